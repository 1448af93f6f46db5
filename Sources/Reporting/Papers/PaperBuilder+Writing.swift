import Documents
import Standards

/// What people wrote, and what stands round it.
extension PaperBuilder {
    /// A slot's text: paragraphs and headings of the second level; what is missing says so (缺数据列“待补”).
    mutating func written(_ slot: PaperSlot) throws -> [Block] {
        let text = surroundings.contents?.texts[slot.id] ?? ""
        if text.trimmingBlanks.isEmpty {
            return slot.isOptional ? [] : [.paragraph(Paragraph([.bold("〔待补：\(slot.title)〕")]))]
        }
        var blocks: [Block] = []
        for part in PaperPart.parse(text).parts {
            switch part {
            case .heading(_, let texts): blocks.append(.heading(Heading(2, try marked(texts), isNumbered: true)))
            case .title(let texts), .paragraph(let texts), .aside(let texts), .note(let texts):
                blocks.append(.paragraph(Paragraph(try marked(texts))))
            case .table, .chart, .slot, .condition: break
            }
        }
        return blocks
    }

    /// The head of an official document; nothing before drafting has begun.
    func head() -> [Block] {
        guard let frame = surroundings.contents?.frame else { return [] }
        var blocks: [Block] = []
        if let number = frame.number { blocks.append(.masthead(Masthead(issuer: surroundings.bureau, number: number))) }
        if let signer = frame.signer { blocks.append(.paragraph(Paragraph([Run("签发人：\(signer)")], style: .right))) }
        return blocks
    }

    /// Its foot: issuer, day, and to whom copies go.
    func foot() -> [Block] {
        guard let frame = surroundings.contents?.frame else { return [] }
        var blocks: [Block] = []
        if let day = frame.day {
            blocks.append(
                .signature(
                    Signature(lines: [surroundings.bureau], date: "\(day.year)年\(day.month)月\(day.day)日")))
        }
        if !frame.copies.isEmpty {
            blocks.append(.note([Run("抄送：\(frame.copies.joined(separator: "，"))。")]))
        }
        return blocks
    }

    /// The line with whom it is addressed to, which stands behind the title.
    func addressed() -> [Block] {
        guard let recipients = surroundings.contents?.frame.recipients, !recipients.isEmpty else { return [] }
        return [.paragraph(Paragraph([Run(recipients.joined(separator: "、") + "：")], style: .flush))]
    }

    /// A chart with its numbers: drawn on screen; on paper the numbers stand as a table.
    mutating func drawn(_ chart: PaperPart.Chart) throws -> [Block] {
        let rows = try figures(of: chart.table)
        let labels = rows.map(\.label)
        let series = chart.table.header.dropFirst().enumerated().map { place, name in
            ChartSeries(
                name,
                rows.map { row in
                    row.values.indices.contains(place) ? ChartValue(row.values[place].printed) : nil
                })
        }
        let drawing = Chart(
            chart.kind == .bars ? .bars : .line, title: chart.title, unit: chart.unit, labels: labels, series: series)
        if isForPaper { return [.table(try make(chart.table))] }
        return [
            .picture(
                Picture(.drawing(drawing.drawing()), alternative: drawing.summary, caption: [Run(chart.title)]))
        ]
    }

    /// The rows of a chart's table: the text of the first cell, and the figures of the others.
    private mutating func figures(of table: PaperPart.Table) throws -> [(label: String, values: [FigureValue])] {
        var found: [(label: String, values: [FigureValue])] = []
        for scope in try scopes(of: table) {
            for row in table.rows {
                guard let head = row.first else { continue }
                let label = try runs(head, row: scope, defaults: table.arguments).runs.map(\.text).joined()
                var values: [FigureValue] = []
                for cell in row.dropFirst() {
                    values += try runs(cell, row: scope, defaults: table.arguments).figures
                }
                found.append((label, values))
            }
        }
        return found
    }
}
