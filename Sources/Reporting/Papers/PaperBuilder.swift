import Catalog
package import Documents
import Records
package import Standards
package import Storage

/// Makes a document from its definition: every number in it is a figure that leads to its inputs.
package struct PaperBuilder {
    /// What stands round the figures.
    package struct Surroundings: Sendable {
        package let bureau: String
        package let isDemo: Bool
        /// Up to when data have arrived, as printed.
        package let cutoff: String
        /// The state of the values, e.g. 未经审核，仅供参考.
        package let state: String

        package init(bureau: String, isDemo: Bool, cutoff: String, state: String) {
            self.bureau = bureau
            self.isDemo = isDemo
            self.cutoff = cutoff
            self.state = state
        }
    }

    /// A document with the figures printed in it, in the order of their numbers.
    package struct Built: Sendable {
        package let paper: Paper
        package let figures: [FigureValue]
    }

    private let definition: PaperDefinition
    private let date: CivilDate
    private let surroundings: Surroundings
    private let engine: FigureEngine
    private let connection: ReadConnection
    /// Makes the address of a figure's page.
    private let address: (FigureRequest) -> String
    private var figures: [FigureValue] = []
    private var numbers: [FigureRequest: Int] = [:]

    package init(
        _ definition: PaperDefinition, on date: CivilDate, surroundings: Surroundings, engine: FigureEngine,
        in connection: ReadConnection, address: @escaping (FigureRequest) -> String
    ) {
        self.definition = definition
        self.date = date
        self.surroundings = surroundings
        self.engine = engine
        self.connection = connection
        self.address = address
    }

    /// Builds the document.
    ///
    /// - Parameter listsReferences: prints the numbered list of figures at the end, for paper; a page links instead.
    package mutating func build(listsReferences: Bool) throws -> Built {
        var blocks: [Block] = []
        for part in definition.parts { blocks.append(try block(part, listsReferences)) }
        if listsReferences { blocks += references() }
        var layout = DocumentLayout.bulletin
        layout.orientation = definition.isLandscape ? .landscape : .portrait
        let paper = Paper(
            name: "\(surroundings.bureau)\(definition.header.title)", issuer: surroundings.bureau,
            banner: surroundings.isDemo ? "演示数据" : nil, layout: layout, blocks: blocks)
        return Built(paper: paper, figures: figures)
    }

    private mutating func block(_ part: PaperPart, _ marks: Bool) throws -> Block {
        switch part {
        case .title(let texts): .title([try plain(texts)])
        case .heading(let level, let texts): .heading(Heading(level, try runs(texts, marks: marks), isNumbered: true))
        case .paragraph(let texts): .paragraph(Paragraph(try runs(texts, marks: marks)))
        case .aside(let texts): .paragraph(Paragraph(try runs(texts, marks: marks), style: .right))
        case .note(let texts): .note(try runs(texts, marks: marks))
        case .table(let table): .table(try make(table, marks))
        }
    }

    private mutating func make(_ table: PaperPart.Table, _ marks: Bool) throws -> Table {
        var rows: [[Table.Cell]] = []
        for scope in try scopes(of: table) {
            for row in table.rows {
                var cells: [Table.Cell] = []
                for cell in row {
                    cells.append(Table.Cell(try runs(cell, row: scope, defaults: table.arguments, marks: marks)))
                }
                rows.append(cells)
            }
        }
        return Table(
            columns: table.header.map { _ in Table.Column(.center) }, header: [table.header.map { Table.Cell($0) }],
            rows: rows)
    }

    /// The rows of the table's list, each as its columns; one empty row for a fixed table.
    private func scopes(of table: PaperPart.Table) throws -> [[String: String]] {
        guard let name = table.list, let list = definition.lists[name] else { return [[:]] }
        let values = FigureSelection.values(at: date, span: definition.period.span(at: date))
        return try connection.rows(list.sql(values)) { row in
            Dictionary(row.namedTexts, uniquingKeysWith: { first, _ in first })
        }
    }

    private mutating func runs(
        _ texts: [PaperText], row: [String: String] = [:], defaults: [String: String] = [:], marks: Bool
    ) throws -> [Run] {
        var runs: [Run] = []
        for text in texts {
            switch text {
            case .words(let words): runs.append(Run(words))
            case .variable(let name): runs.append(Run(try variable(name, row)))
            case .figure(let id, let own):
                let arguments = defaults.merging(own) { _, own in own }.mapValues { row[$0] ?? $0 }
                let value = try engine.value(FigureRequest(id, on: date, arguments))
                runs.append(.link(value.printed, href: address(value.request)))
                let isFirst = numbers[value.request] == nil
                if isFirst {
                    figures.append(value)
                    numbers[value.request] = figures.count
                }
                if marks { runs.append(.mark(referenceID(of: value.request))) }
            }
        }
        return runs
    }

    private func referenceID(of request: FigureRequest) -> String { "f\(numbers[request] ?? 0)" }

    private mutating func plain(_ texts: [PaperText]) throws -> String {
        try runs(texts, marks: false).map(\.text).joined()
    }

    private func variable(_ name: String, _ row: [String: String]) throws -> String {
        if let value = row[name] { return value }
        switch name {
        case "bureau": return surroundings.bureau
        case "date": return "\(date.year)年\(date.month)月\(date.day)日"
        case "month": return "\(date.year)年\(date.month)月"
        case "cutoff": return surroundings.cutoff
        case "state": return surroundings.state
        default: throw ReportingError(.malformedDocument, subject: definition.id, detail: "没有名为“\(name)”的内容")
        }
    }

    private func references() -> [Block] {
        let list = figures.map { value in
            let place = value.request.arguments.sorted { $0.key < $1.key }.map(\.value).joined(separator: "，")
            let period = value.span.from == value.span.to
                ? value.span.from.description : "\(value.span.from) 至 \(value.span.to)"
            let count = value.inputs.isEmpty ? "" : "；输入 \(value.inputs.count) 项"
            let scope = place.isEmpty ? period : "\(place)；\(period)"
            return Reference(
                id: referenceID(of: value.request),
                [
                    Run("\(value.definition.header.title)：\(value.printedWithUnit)（\(scope)\(count)）"),
                    .link("溯源", href: address(value.request)),
                ])
        }
        let heading = Block.heading(Heading(1, ["数据出处"], isNumbered: true))
        let note = Block.note([Run("截至台账第 \(engine.asOf) 条记录。每个数字均可由所列出处追溯到小时值及原始报文或导入行。")])
        return [heading, note, .references(list)]
    }
}
