import Catalog
package import Documents
import Ledger
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
        /// What people wrote; nil for a document without slots, or whose drafting nobody has begun.
        package let contents: PaperContents?

        package init(bureau: String, isDemo: Bool, cutoff: String, state: String, contents: PaperContents? = nil) {
            self.bureau = bureau
            self.isDemo = isDemo
            self.cutoff = cutoff
            self.state = state
            self.contents = contents
        }
    }

    /// What a document is about that is made for one object at a time.
    package struct Subject: Sendable {
        package let id: String
        package let name: String

        package init(id: String, name: String) {
            self.id = id
            self.name = name
        }
    }

    /// A document with the figures printed in it, in the order of their numbers.
    package struct Built: Sendable {
        package let paper: Paper
        package let figures: [FigureValue]
        /// The numbers printed in it that no record gives, each once.
        package let stated: [StatedValue]
        /// Their claims, when it is made to be sealed.
        package let claims: ClaimSet?
    }

    /// The side of the code on paper, quiet zone included: a telephone reads modules of half a millimetre.
    private static let codeMillimetres = 34

    let definition: PaperDefinition
    let date: CivilDate
    let subject: Subject?
    let surroundings: Surroundings
    let engine: FigureEngine
    let connection: ReadConnection
    /// Makes the address of a figure's page.
    private let address: (FigureRequest) -> String
    private var references = PaperReferences()
    private(set) var isForPaper = false

    package init(
        _ definition: PaperDefinition, on date: CivilDate, about subject: Subject? = nil, surroundings: Surroundings,
        engine: FigureEngine, in connection: ReadConnection, address: @escaping (FigureRequest) -> String
    ) {
        self.definition = definition
        self.date = date
        self.subject = subject
        self.surroundings = surroundings
        self.engine = engine
        self.connection = connection
        self.address = address
    }

    /// Builds the document.
    ///
    /// - Parameter listsReferences: for paper: numbers stand plain, with marks that lead to a list of sources at the end;
    ///   a page links each number instead.
    /// - Parameter sealing: for a document that is to be sealed: its references name the claims.
    package mutating func build(listsReferences: Bool, sealing: PaperSealing? = nil) throws -> Built {
        isForPaper = listsReferences
        var blocks: [Block] = []
        blocks += head()
        var isAddressed = false
        for part in definition.parts {
            blocks += try made(part)
            if case .title = part, !isAddressed {
                blocks += addressed()
                isAddressed = true
            }
        }
        blocks += foot()
        let claims = try sealing.map { try ClaimSet(references.figures, engine: engine, hasher: $0.hasher) }
        if listsReferences {
            blocks += try references.blocks(engine: engine, address: address) { request in
                claims?.id(of: request).flatMap { id in
                    sealing.map { Run.link(id.rawValue, href: $0.address(id)) }
                }
            }
        }
        if let sealing, let claims { blocks += try Self.seal(sealing, claims) }
        var layout = DocumentLayout.bulletin
        layout.orientation = definition.isLandscape ? .landscape : .portrait
        let paper = Paper(
            name: "\(surroundings.bureau)\(subject?.name ?? "")\(definition.header.title)", issuer: surroundings.bureau,
            banner: surroundings.isDemo ? "演示数据" : nil, layout: layout, blocks: blocks)
        return Built(paper: paper, figures: references.figures, stated: references.stated, claims: claims)
    }

    /// What leads from paper to the claims.
    private static func seal(_ sealing: PaperSealing, _ claims: ClaimSet) throws -> [Block] {
        let text = sealing.code(claims)
        let size = claims.tree.size
        let use = text.hasPrefix("http") ? "扫码查看本件的 \(size) 个数字凭证" : "本件有 \(size) 个数字凭证，按编号在本局查验；二维码为本件的标识"
        let key = sealing.fingerprint.map { "。台账公钥指纹：\($0)" } ?? ""
        return [
            .picture(
                Picture(
                    .png(try QRCode(text).png), alternative: "二维码：\(text)",
                    caption: [Run("\(use)。凭证的根：\(claims.tree.root.base64)" + key)],
                    width: codeMillimetres))
        ]
    }

    private mutating func made(_ part: PaperPart) throws -> [Block] {
        switch part {
        case .slot(let slot): return try written(slot)
        case .condition(let condition, let parts):
            let request = FigureRequest(condition.figure, on: date, condition.arguments)
            guard condition.holds(for: try engine.value(request).exact) else { return [] }
            var blocks: [Block] = []
            for part in parts { blocks += try made(part) }
            return blocks
        case .chart(let chart): return try drawn(chart)
        default: return try block(part).map { [$0] } ?? []
        }
    }

    private mutating func block(_ part: PaperPart) throws -> Block? {
        switch part {
        case .slot, .condition, .chart: nil
        case .title(let texts): .title([try runs(texts).runs.map(\.text).joined()])
        case .heading(let level, let texts): .heading(Heading(level, try marked(texts), isNumbered: true))
        case .paragraph(let texts): .paragraph(Paragraph(try marked(texts)))
        case .aside(let texts): .paragraph(Paragraph(try marked(texts), style: .right))
        case .note(let texts): .note(try marked(texts))
        case .table(let table): .table(try make(table))
        }
    }

    /// A table; on paper each row has one mark at its head, or every cell would be wider than its number.
    mutating func make(_ table: PaperPart.Table) throws -> Table {
        var rows: [[Table.Cell]] = []
        for scope in try scopes(of: table) {
            for row in table.rows {
                var cells: [[Run]] = []
                var used: [FigureValue] = []
                for cell in row {
                    let made = try runs(cell, row: scope, defaults: table.arguments)
                    cells.append(made.runs)
                    used += made.figures
                }
                if isForPaper, !used.isEmpty, let head = cells.first {
                    cells[0].append(.mark(references.add(used, head: head.map(\.text).joined())))
                }
                rows.append(cells.map { Table.Cell($0) })
            }
        }
        return Table(
            columns: table.header.map { _ in Table.Column(.center) }, header: [table.header.map { Table.Cell($0) }],
            rows: rows)
    }

    /// The rows of the table's list, each as its columns; one empty row for a fixed table.
    func scopes(of table: PaperPart.Table) throws -> [[String: String]] {
        guard let name = table.list, let list = definition.lists[name] else { return [[:]] }
        var values = FigureSelection.values(at: date, span: definition.period.span(at: date))
        values[PaperDefinition.object] = subject?.id
        return try connection.rows(list.sql(values)) { row in
            Dictionary(row.namedTexts, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Running text; on paper every figure has its mark.
    mutating func marked(_ texts: [PaperText]) throws -> [Run] {
        var all: [Run] = []
        for text in texts {
            let made = try runs([text])
            all += made.runs
            if isForPaper, !made.figures.isEmpty { all.append(.mark(references.add(made.figures, head: nil))) }
        }
        return all
    }

    mutating func runs(
        _ texts: [PaperText], row: [String: String] = [:], defaults: [String: String] = [:]
    ) throws -> (runs: [Run], figures: [FigureValue]) {
        var runs: [Run] = []
        var used: [FigureValue] = []
        for text in texts {
            switch text {
            case .words(let words): runs.append(Run(words))
            case .variable(let name): runs.append(Run(try variable(name, row)))
            case .stated(let name):
                guard let value = surroundings.contents?.values[name] else {
                    runs.append(.bold("〔待补：\(name)〕"))
                    break
                }
                runs.append(Run(value.value))
                if let mark = references.note(value, isForPaper: isForPaper) { runs.append(.mark(mark)) }
            case .figure(let id, let own, let rounding):
                var arguments = defaults.merging(own) { _, own in own }.mapValues { row[$0] ?? $0 }
                if let about = definition.about, let subject { arguments[about] = subject.id }
                let value = try engine.value(FigureRequest(id, on: date, arguments))
                let printed =
                    rounding?.text(value.exact, printed: value.printed, unit: value.definition.unit) ?? value.printed
                runs.append(isForPaper ? Run(printed) : .link(printed, href: address(value.request)))
                references.note(value)
                used.append(value)
            }
        }
        return (runs, used)
    }

    private func variable(_ name: String, _ row: [String: String]) throws -> String {
        if let value = row[name] { return value }
        switch name {
        case "bureau": return surroundings.bureau
        case "date": return "\(date.year)年\(date.month)月\(date.day)日"
        case "month": return "\(date.year)年\(date.month)月"
        case "year": return "\(date.year)年"
        case "object": return subject?.name ?? ""
        case "cutoff": return surroundings.cutoff
        case "state": return surroundings.state
        default: throw ReportingError(.malformedDocument, subject: definition.id, detail: "没有名为“\(name)”的内容")
        }
    }
}
