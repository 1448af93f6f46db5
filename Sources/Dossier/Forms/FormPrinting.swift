package import Documents
import Law
import Standards

/// A paper as it is printed: the form's body with what stands in its elements.
package struct FormPrinting: Sendable {
    /// Width of the QR code on paper, in millimetres.
    private static let codeWidth = 22

    private let form: PaperForm
    private let paper: CasePaper
    private let bureau: String
    private let code: PaperCode
    private let isDraft: Bool

    /// - Parameters:
    ///   - paper: with all values, also facts about people.
    ///   - bureau: the full name of the bureau.
    ///   - isDraft: whether something is missing, so that it may be read and not signed.
    package init(_ form: PaperForm, _ paper: CasePaper, bureau: String, isDraft: Bool) {
        self.form = form
        self.paper = paper
        self.bureau = bureau
        self.isDraft = isDraft
        code = paper.code
    }

    /// - Throws: `DocumentError`.
    package func paper(created: String?) throws -> Paper {
        var blocks: [Block] = [
            .title(form.kind == .internal || form.kind == .scene ? [form.title] : [bureau, form.title])
        ]
        if let number = paper.number { blocks.append(.paragraph(Paragraph([Run(number)], style: .centered))) }
        blocks += body
        blocks.append(
            .picture(
                Picture(
                    .png(try QRCode(code.content(of: paper.id, revision: paper.revision)).png),
                    alternative: "校验码 \(code.text)", width: Self.codeWidth)))
        blocks.append(.note([Run("校验码 \(code.text)　第\(paper.revision)稿　签字盖章后扫描回传时核对")]))
        var layout = DocumentLayout.official
        layout.isTwoSided = false
        var printed = Paper(
            name: paper.number ?? form.title, issuer: bureau, created: created,
            banner: isDraft ? "草稿：要素不全，不得签署" : nil, layout: layout, blocks: blocks)
        let eachPage = form.signers.filter(\.signsEachPage).map(\.part)
        if !eachPage.isEmpty {
            let signing = eachPage + form.signers.filter { !$0.signsEachPage }.map(\.part)
            printed.footing = signing.map { "\($0)签名：　　　　" }.joined(separator: "　")
        }
        return printed
    }

    private var body: [Block] {
        var blocks: [Block] = []
        var rows: [[Table.Cell]] = []
        func flush() {
            if !rows.isEmpty { blocks.append(.table(Self.table(rows))) }
            rows = []
        }
        for line in form.body where !(line.isOptional && line.elements.contains { isEmpty($0) }) {
            if line.style == .row {
                rows.append(
                    line.cells.enumerated().map { index, cell in
                        Table.Cell([Run(text(cell))], alignment: index == 0 ? .center : .left, isRowHeader: index == 0)
                    })
                continue
            }
            flush()
            blocks += self.blocks(line)
        }
        flush()
        return blocks
    }

    private static func table(_ rows: [[Table.Cell]]) -> Table {
        let width = rows.map(\.count).max() ?? 1
        let columns = (0..<width).map { Table.Column($0 == 0 ? .center : .left, weight: $0 == 0 ? 3 : 9) }
        return Table(columns: columns, header: [], rows: rows)
    }

    private func blocks(_ line: FormLine) -> [Block] {
        switch line.style {
        case .heading: return [.heading(Heading(1, [Run(text(line.cells[0]))], isNumbered: true))]
        case .paragraph: return paragraphs(line, .body)
        case .flush: return paragraphs(line, .flush)
        case .right: return paragraphs(line, .right)
        case .centered: return paragraphs(line, .centered)
        case .list: return list(line)
        case .signature: return signature
        case .blank: return [.paragraph(Paragraph([Run("（以下空白）")], style: .centered))]
        case .row: return []
        }
    }

    private func paragraphs(_ line: FormLine, _ style: Paragraph.Style) -> [Block] {
        text(line.cells[0]).split(separator: "\n").map { .paragraph(Paragraph([Run(String($0))], style: style)) }
    }

    /// The entries of a list one by one, numbered.
    private func list(_ line: FormLine) -> [Block] {
        guard let name = line.elements.first, case .list(let entries)? = paper.values[name] else { return [] }
        return entries.filter { !$0.isEmpty }.enumerated().map { index, entry in
            .paragraph(Paragraph([Run("\(index + 1). \(entry)")]))
        }
    }

    /// Sealed papers end with the bureau's name and the day; others with a place for each signature.
    private var signature: [Block] {
        let day = paper.day?.chinese ?? "　　年　　月　　日"
        if form.signers.contains(where: { $0.part == "印章" }) {
            return [.signature(Signature(lines: [bureau], date: day))]
        }
        return form.signers.flatMap { signer in
            (0..<signer.least).map { _ in
                .paragraph(Paragraph([Run("\(signer.part)（签名）：　　　　　　　　　　年　　月　　日")], style: .flush))
            }
        }
    }

    private func isEmpty(_ element: String) -> Bool { paper.values[element]?.isEmpty ?? true }

    private func text(_ pieces: [FormLine.Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .element(let name, let isFormal):
                paper.values[name].map { isFormal ? $0.formalWords : $0.words } ?? (isDraft ? "【\(name)】" : "")
            }
        }.joined()
    }
}

extension PaperValue {
    /// As papers say it.
    package var words: String {
        switch self {
        case .text(let text): text
        case .money(let fen): Money(fen: fen).description
        case .date(let day): day.chinese
        case .moment(let moment): moment.chinese
        case .flag(let flag): flag ? "是" : "否"
        case .list(let entries): entries.joined(separator: "\n")
        }
    }

    /// Amounts in the numerals of documents of payment, everything else as it is.
    package var formalWords: String {
        if case .money(let fen) = self { return Money(fen: fen).formalText }
        return words
    }
}

extension CasePaper {
    /// What binds a scan to this revision.
    package var code: PaperCode {
        PaperCode(paper: id, revision: revision, number: number, day: day?.description, values: values)
    }
}
