import Casework
package import Documents
package import Standards

/// Cover, contents and closing sheet of a case's file (卷皮、卷内目录、备考表).
package struct ArchivePrinting: Sendable {
    private let file: CaseFile
    private let order: ArchiveOrder
    private let bureau: String

    package init(_ file: CaseFile, order: ArchiveOrder, bureau: String) {
        self.file = file
        self.order = order
        self.bureau = bureau
    }

    package func paper(on day: CivilDate) -> Paper {
        var layout = DocumentLayout.official
        layout.isTwoSided = false
        return Paper(name: "\(file.title) 案卷", issuer: bureau, layout: layout, blocks: cover + contents + closing(day))
    }

    private var papers: [CasePaper] { order.sorted(file.papers.filter { !$0.isSpoiled }) }

    private var cover: [Block] {
        let numbers = file.papers.filter { !$0.isSpoiled && $0.document.hasSuffix("处罚决定书") }.compactMap(\.number)
        let rows: [(String, String)] = [
            ("案由", file.title), ("当事人", file.parties.map(\.name).joined(separator: "、")),
            ("处罚决定书文号", numbers.joined(separator: "、")),
            ("立案日期", file.matter.steps.last { $0.action == "立案" && !$0.isUndone }?.day.chinese ?? ""),
            ("结案日期", file.matter.steps.last { $0.action == "结案" && !$0.isUndone }?.day.chinese ?? ""),
            ("办理结果", file.matter.state), ("保管期限", order.retention),
        ]
        return [.title([bureau, "行政处罚案卷"]), .table(Self.table(rows)), .pageBreak]
    }

    private var contents: [Block] {
        let rows = papers.enumerated().map { index, paper -> [Table.Cell] in
            [
                Table.Cell("\(index + 1)"), Table.Cell(paper.document), Table.Cell(paper.number ?? ""),
                Table.Cell(paper.day?.description ?? ""), Table.Cell(""),
            ]
        }
        let table = Table(
            columns: [
                Table.Column(.center, weight: 2), Table.Column(.left, weight: 10), Table.Column(.left, weight: 7),
                Table.Column(.center, weight: 5), Table.Column(.center, weight: 3),
            ], header: [["序号", "文书材料名称", "文号", "日期", "页号"]], rows: rows)
        return [.title(["卷内目录"]), .table(table), .pageBreak]
    }

    private func closing(_ day: CivilDate) -> [Block] {
        let missing = papers.filter { $0.completion == nil }.map(\.document)
        let remark = missing.isEmpty ? "卷内文书均已签署归卷。" : "尚未签署归卷：\(missing.joined(separator: "、"))。"
        let rows = [
            ("卷内文书", "\(papers.count) 份"), ("说明", remark), ("立卷人", ""), ("检查人", ""), ("立卷日期", day.chinese),
        ]
        return [.title(["备考表"]), .table(Self.table(rows))]
    }

    private static func table(_ rows: [(String, String)]) -> Table {
        Table(
            columns: [Table.Column(.center, weight: 3), Table.Column(.left, weight: 9)], header: [],
            rows: rows.map { label, value in
                [Table.Cell([Run(label)], isRowHeader: true), Table.Cell(value)]
            })
    }
}
