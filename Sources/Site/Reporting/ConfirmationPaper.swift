import Documents
import Reporting
import Standards

/// 数据确认单 of a draft: which section stands for which figures, who provided and who checked them when.
enum ConfirmationPaper {
    /// - Returns: the paper, and the name for its file.
    static func make(_ id: String, in context: PageContext) throws -> (paper: Paper, name: String) {
        let page = try DraftPage(id, in: context)
        var blocks: [Block] = [
            .title(["数据确认单"]), .paragraph(Paragraph([Run(page.title)], style: .centered)),
            .paragraph(Paragraph([Run(page.subtitle)])),
        ]
        for section in page.sections {
            blocks.append(.heading(Heading(1, [Run("\(section.title)：\(section.standing)")], isNumbered: true)))
            if let late = section.lateText { blocks.append(.paragraph(Paragraph([.bold(late)]))) }
            let rows = section.lines.map { line in
                [line.title, line.value, line.standing, line.provided, line.reviewed].map { Table.Cell($0) }
            }
            blocks.append(
                .table(
                    Table(
                        columns: [.init(.left)] + (0..<4).map { _ in Table.Column(.center) },
                        header: [["指标", "数值", "状态", "提供人、时间", "审核人、时间"].map { Table.Cell($0) }], rows: rows)))
        }
        if !page.identities.isEmpty {
            blocks.append(.heading(Heading(1, ["数据之间的关系"], isNumbered: true)))
            blocks += page.identities.map { .paragraph(Paragraph([Run("\($0.standing)：\($0.title)（\($0.text)）")])) }
        }
        blocks.append(.note([Run("制单时间 \(context.now.minuteText)，截至台账第 \(context.engine.asOf) 条记录。")]))
        var layout = DocumentLayout.bulletin
        layout.orientation = .landscape
        let name = "\(page.title)数据确认单"
        return (
            Paper(
                name: name, issuer: context.bureauName, banner: context.isDemo ? "演示数据" : nil, layout: layout,
                blocks: blocks), name
        )
    }
}
