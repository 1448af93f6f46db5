import Monitoring
import Standards

extension ManualPage {
    /// A report that was looked through and waits for a yes.
    struct Looked {
        let order: LaboratoryImport.Order
        let reading: LaboratoryReading
        /// The word by which the files are kept.
        let key: String
    }

    /// The form for a report, and what the last one says.
    init(
        importInto id: String, corrects: String?, looked: Looked? = nil, in context: PageContext,
        entered: FormFields = FormFields(""), error: String? = nil
    ) throws {
        let view = try ManualView(context, entered: entered)
        let plan = try view.plan(id)
        let corrected = try corrects.flatMap { try LaboratoryStore.report($0, in: context.connection) }
        self.init(
            frame: PageFrame("登记检测报告", in: context, at: .manual, path: [view.crumb(plan)]), heading: "登记检测报告",
            sub: corrected.map { "更正 \($0.head.number)；\(plan.name)" } ?? plan.name,
            links: [TextLink(label: "检测结果填报模板", href: SiteURL.manualTemplate(plan.id).path)], error: error,
            cards: looked.map { [view.card(of: $0, plan)] } ?? [], emptyText: "先看数据表会怎样采用，再决定登记。",
            forms: view.may(ManualActions.enter)
                ? [view.fileForm(plan, corrected, isOpen: looked == nil)] : [])
    }
}

extension ManualView {
    fileprivate func fileForm(_ plan: ManualPlan, _ corrected: LaboratoryReport?, isOpen: Bool) -> CaseForm {
        func value(_ field: String, _ stored: String) -> String { entered.first(field) ?? stored }
        return CaseForm(
            "选择文件", .manualImport(plan.id), isUpload: true, isOpen: isOpen,
            hidden: [token, ("corrects", corrected?.id ?? "")],
            [
                .line("laboratory", "检测机构", value("laboratory", plan.contractor.name), needed: true),
                .line("certificate", "CMA 编号", value("certificate", plan.contractor.certificate), needed: true),
                .line("number", "报告编号", value("number", ""), needed: true),
                .date("date", "报告日期", value("date", ""), needed: true),
                .file("file", "数据表（xlsx）", needed: true), .file("paper", "盖章的检测报告（PDF）", needed: true),
            ], button: "查看",
            hint: "数据表至少要有样品编号、检测项目、检测结果三列；列名和写法见填报模板。低于检出限写检出限加 L，如 0.025L。")
    }

    fileprivate func card(of looked: ManualPage.Looked, _ plan: ManualPlan) -> CaseFilePage.Card {
        let reading = looked.reading
        let refused = reading.refusals.map { refusal in
            CaseFilePage.Table.Row(
                cells: ["\(reading.firstRow + refusal.line - 1)", refusal.message], link: nil)
        }
        let usable = reading.rows.map { row in
            let item = rules.item(row.item)
            return CaseFilePage.Table.Row(
                cells: [
                    "\(reading.firstRow + row.line - 1)", row.sample, item?.title ?? row.item, row.text,
                    item?.unit ?? "", row.kind.title,
                ], link: nil)
        }
        var inputs: [CaseForm.Input] = []
        if !refused.isEmpty { inputs.append(.flag("good", "只采用可用的行（不勾选时，有一行不能采用就全部不登记）")) }
        let form = CaseForm(
            "登记这份报告", .manualImport(plan.id), isOpen: true, hidden: [token, ("upload", looked.key)],
            inputs + person(), button: "登记 \(reading.rows.count) 行")
        return Self.card(
            "preview", "会怎样采用", "\(looked.order.workbookName)，尚未登记",
            facts: [
                Self.fact("可用", "\(reading.rows.count) 行"), Self.fact("不能采用", "\(reading.refusals.count) 行"),
                reading.unread.isEmpty ? nil : Self.fact("没有读取的列", reading.unread.joined(separator: "、")),
                reading.otherMethods.isEmpty
                    ? nil
                    : Self.fact("目录外方法", Set(reading.otherMethods.map(\.method)).sorted().joined(separator: "、")),
            ].compactMap(\.self),
            tables: [
                Self.table("不能采用的行", ["行", "原因"], refused),
                Self.table("可用的行", ["行", "样品编号", "项目", "结果", "单位", "类型"], usable),
            ].compactMap(\.self), forms: reading.rows.isEmpty ? [] : [form])
    }
}
