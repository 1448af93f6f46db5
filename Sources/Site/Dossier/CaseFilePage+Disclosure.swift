import Casework
import Dossier
import Judging
import Law
import Records
import Standards
import Storage

extension CaseFilePage {
    /// 公开.
    init(disclosure view: CaseFileView, error: String? = nil, notice: String? = nil) throws {
        let rules = try DisclosureRules(view.context.catalog, on: view.context.today)
        var seen: Set<String> = []
        let due = DisclosureStore.due(view.file, rules).reversed().filter { seen.insert($0.document).inserted }
        let cards = try due.reversed().map { try Self.line($0.document, $0.step, rules, view) }
        self = view.page(
            .disclosure, cards, [],
            hints: ["公开的文字由案卷生成，不能改写；隐去：\(rules.hidden)。", "公开责令改正和公开处罚是两件事，各有一行。"], error: error,
            empty: "还没有作出须公开的决定。", notice: notice)
    }

    private static func line(
        _ document: String, _ step: DoneStep, _ rules: DisclosureRules, _ view: CaseFileView
    ) throws -> Card {
        let own = view.file.disclosures.filter { $0.document == document }
        let standing = own.last { $0.withdrawn == nil && $0.day >= step.day }
        var facts = [CaseFileView.fact("作出", "\(step.day)　\(step.action)")].compactMap(\.self)
        if let clock = view.file.matter.clock("公开期限"), clock.run.stopped == nil, standing == nil {
            facts += [
                CaseFileView.fact(
                    "公开期限", "\(clock.deadline.earliest)\(clock.deadline.isProvisional ? "（暂定）" : "")")
            ].compactMap(\.self)
        }
        var forms: [CaseForm] = []
        if let standing {
            facts += told(standing)
            if view.mayRecord, case .published = standing.deed {
                forms.append(
                    CaseForm(
                        "撤回公开", .caseDisclosure(view.matter),
                        hidden: [view.token, ("act", "withdrawal"), ("item", standing.id)],
                        [
                            .date("day", "撤回日期", "\(view.context.today)", needed: true),
                            .line("reason", "理由（决定被变更、撤销、确认违法等）", needed: true),
                        ], button: "记入撤回",
                        hint: "应在 \(rules.withdrawalDays) 日内撤回（\(rules.withdrawalBasis)）。"))
            }
        } else if view.mayRecord {
            forms = self.forms(document, step, rules, view)
        }
        let taken = own.filter { $0.withdrawn != nil }.map { line in
            Table.Row(
                cells: [
                    "\(line.day)", line.withdrawn.map { "\($0.day)" } ?? "", line.withdrawn?.reason ?? "",
                ], link: TextLink(label: "第 \(line.sequence) 条", href: SiteURL.record(line.sequence).path))
        }
        let tables =
            taken.isEmpty
            ? [] : [Table(caption: "已撤回", heads: ["公开日期", "撤回日期", "理由"], rows: taken, hint: nil)]
        var tags: [Tag] = []
        switch standing?.deed {
        case .published: tags = [Tag(label: "已公开", tone: "ok")]
        case .withheld: tags = [Tag(label: "不予公开", tone: "")]
        case nil: tags = [Tag(label: "未公开", tone: "warn")]
        }
        return Card(
            id: "disclosure-\(document)", title: document, detail: "", tags: tags, thumbnailHref: nil, facts: facts,
            warnings: [], tables: tables, forms: forms)
    }

    private static func told(_ line: Disclosure) -> [LabelledText] {
        var facts: [LabelledText?] = [
            CaseFileView.fact("公开日期", "\(line.day)"),
            CaseFileView.fact("记录", "第 \(line.sequence) 条", href: SiteURL.record(line.sequence).path),
        ]
        switch line.deed {
        case .published(let place, let address, let picture):
            facts += [
                CaseFileView.fact("公开于", place), CaseFileView.fact("网址", address),
                CaseFileView.fact("截图指纹", picture?.rawValue ?? ""),
            ]
        case .withheld(let ground, let reason): facts.append(CaseFileView.fact("不予公开", "\(ground)：\(reason)"))
        }
        facts += line.text.lines.map { CaseFileView.fact($0.name, $0.value) }
        return facts.compactMap(\.self)
    }

    private static func forms(
        _ document: String, _ step: DoneStep, _ rules: DisclosureRules, _ view: CaseFileView
    ) -> [CaseForm] {
        let isOwn = view.entered.first("document") == document
        func text(_ name: String) -> String { isOwn ? view.entered.first(name) ?? "" : "" }
        let hidden = [view.token, ("document", document)]
        let today = "\(view.context.today)"
        var inputs: [CaseForm.Input] = []
        if view.file.completePaper(named: document)?.number == nil {
            inputs.append(.line("number", "文号", text("number"), needed: true))
        }
        inputs += [
            .date("day", "公开日期", text("day").isEmpty ? today : text("day"), needed: true),
            .line("place", "网站或者平台", text("place"), needed: true), .line("address", "网址", text("address")),
            .file("file", "页面截图"),
            .line("hiding", "还须隐去的词，用顿号隔开（如事实中出现的姓名；另行存放，不进台账）", text("hiding")),
        ]
        return [
            CaseForm(
                "预览并登记公开", .caseDisclosure(view.matter), isUpload: true, isOpen: true,
                hidden: hidden + [("act", "publication")], inputs, button: "登记公开",
                hint: preview(document, step, text("number"), text("hiding"), view)),
            CaseForm(
                "不予公开", .caseDisclosure(view.matter), hidden: hidden + [("act", "withholding")],
                [
                    .choice(
                        "ground", "情形", rules.withheld.map { ($0.ground, "\($0.ground)（\($0.basis)）") }, chosen: nil),
                    .date("day", "决定日期", today, needed: true), .line("reason", "理由", needed: true),
                ], button: "记入不予公开"),
        ]
    }

    /// The text as it would be told, or what it lacks.
    private static func preview(
        _ document: String, _ step: DoneStep, _ number: String, _ hiding: String, _ view: CaseFileView
    ) -> String {
        do {
            let text = try DisclosureText(
                of: view.file, document: document, number: number.isEmpty ? "（文号）" : number, day: step.day,
                authority: try Disclosure.authority(in: view.context.connection), hiding: Disclosure.words(hiding),
                catalog: view.context.catalog)
            return "公开文字：" + text.lines.map { "\($0.name)：\($0.value)" }.joined(separator: "；")
        } catch {
            return CaseFileRefusalWords.words(error) ?? "公开文字还不能生成。"
        }
    }
}
