import Casework
import Catalog
import Documents
import Law
import Standards

/// Every field of a case with its value and where it comes from, so that nothing is typed twice into the ministry's case system.
///
/// The names of that system's fields were not seen: ours stand here, in the order in which a case comes about.
package struct FieldSheet: Sendable {
    /// One field.
    package struct Field: Hashable, Sendable {
        package let group: String
        package let name: String
        package let value: String
        /// Where it comes from: the record or the step.
        package let origin: String
    }

    package let fields: [Field]
    private let title: String

    /// - Parameter showing: what whoever asks may read of a fact about people.
    package init(_ file: CaseFile, showing: (String) -> String) {
        title = file.title
        var fields: [Field] = []
        func add(_ group: String, _ name: String, _ value: String, _ origin: String) {
            if !value.isEmpty { fields.append(Field(group: group, name: name, value: value, origin: origin)) }
        }
        add("案件", "案件名称", file.title, "立办件")
        add("案件", "办件标识", file.id.rawValue, "立办件")
        add("案件", "程序", file.matter.procedure.header.title, "立办件")
        add("案件", "立件日期", "\(file.opened.beijingDate)", "立办件")
        add("案件", "当前环节", file.matter.state, "办理记录")
        for (place, party) in file.parties.enumerated() {
            let (group, origin) = ("当事人 \(place + 1)", "台账第 \(party.sequence) 条")
            let open = party.openFields
            func text(_ key: String, _ value: String) -> String { open[key] == nil ? showing(value) : value }
            add(group, "类别", party.kind.rawValue, origin)
            add(group, "名称（姓名）", text("name", party.name), origin)
            add(group, "统一社会信用代码（证件号码）", text("code", party.code), origin)
            add(group, "住所（住址）", text("address", party.address), origin)
            add(group, "法定代表人（负责人）", text("representative", party.representative), origin)
            add(group, "电话", text("telephone", party.telephone), origin)
        }
        for (place, charge) in file.charges.enumerated() {
            let (group, origin) = ("案由 \(place + 1)", "台账第 \(charge.sequence) 条")
            add(group, "违法行为代码", charge.violation, origin)
            add(group, "违法事实", charge.facts, origin)
            add(group, "行为开始日", "\(charge.conduct.start)", origin)
            add(group, "行为终了日", "\(charge.conduct.end)", origin)
            add(group, "发现日期", charge.discovered.map { "\($0)" } ?? "", origin)
            add(group, "适用法律的决定", charge.choice?.reason ?? "", origin)
            guard let discretion = file.discretions.first(where: { $0.charge == charge.id }) else { continue }
            let weighed = "台账第 \(discretion.sequence) 条"
            add(group, "裁量基准", discretion.result.table ?? "没有现行有效的裁量基准", weighed)
            add(group, "裁量算式", discretion.result.arithmetic.joined(separator: "；"), weighed)
            add(group, "拟处罚款（元）", Self.yuan(discretion.proposed), weighed)
            add(group, "裁量理由", discretion.reason ?? "", weighed)
        }
        for (name, value) in file.matter.facts.sorted(by: { $0.key < $1.key }) {
            let text =
                switch value {
                case .money(let fen): Self.yuan(Money(fen: fen)) + " 元"
                case .date(let day): "\(day)"
                case .flag(let flag): flag ? "是" : "否"
                case .text(let text): text
                }
            add("办理中填写", name, text, "办理记录")
        }
        for step in file.matter.steps where !step.isUndone {
            add("办理环节", step.action, "\(step.day)", "办理记录第 \(step.entry) 项")
        }
        for item in file.evidence where item.excluded == nil {
            add(
                "证据", "证据 \(item.number)", "\(item.kind.rawValue)：\(item.title)；证明 \(item.proves)",
                "台账第 \(item.sequence) 条")
        }
        for line in file.disclosures where line.withdrawn == nil {
            add("公开", line.document, "\(line.day)", "台账第 \(line.sequence) 条")
        }
        self.fields = fields
    }

    /// As a workbook.
    package func workbook() throws -> [UInt8] {
        var sheet = Spreadsheet.Sheet("案件要素")
        sheet.rows = [
            Spreadsheet.Row(1, [.text("案件要素表：\(title)", .title)]),
            Spreadsheet.Row(2, [.text("字段名称为本系统所用；上级案件系统的字段名称未见原文，对应关系由本局核对（暂定）。", .note)]),
            Spreadsheet.Row(3, ["类别", "字段", "值", "来处"].map { .text($0, .head) }),
        ]
        for (place, field) in fields.enumerated() {
            sheet.rows.append(
                Spreadsheet.Row(
                    place + 4, [field.group, field.name, field.value, field.origin].map { .text($0) }))
        }
        sheet.widths = [14, 26, 60, 22]
        sheet.frozenRows = 3
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }

    private static func yuan(_ money: Money) -> String {
        let cents = money.fen % 100
        return "\(money.fen / 100)" + (cents == 0 ? "" : ".\(cents < 10 ? "0" : "")\(cents)")
    }
}
