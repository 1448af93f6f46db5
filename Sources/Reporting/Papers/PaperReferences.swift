import Catalog
import Documents
import Standards

/// The sources of a document's numbers: an entry a figure in running text, an entry a row of a table.
struct PaperReferences {
    private struct Entry {
        /// The head of the row; nil for a figure in running text.
        let head: String?
        let figures: [FigureValue]
        /// A number that no record gives; nil for figures.
        var stated: StatedValue?
    }

    private var entries: [Entry] = []
    private var known: Set<FigureRequest> = []
    /// Every figure of the document once, in the order of appearance.
    private(set) var figures: [FigureValue] = []

    /// Every number that no record gives once, in the order of appearance.
    private(set) var stated: [StatedValue] = []

    /// Takes note that a number is printed that no record gives.
    ///
    /// - Returns: the id for its mark on paper.
    mutating func note(_ value: StatedValue, isForPaper: Bool) -> String? {
        if !stated.contains(value) { stated.append(value) }
        guard isForPaper else { return nil }
        entries.append(Entry(head: nil, figures: [], stated: value))
        return "r\(entries.count)"
    }

    /// Takes note that a figure is printed.
    mutating func note(_ value: FigureValue) {
        if known.insert(value.request).inserted { figures.append(value) }
    }

    /// Adds an entry.
    ///
    /// - Returns: the id for its mark.
    mutating func add(_ figures: [FigureValue], head: String?) -> String {
        entries.append(Entry(head: head, figures: figures))
        return "r\(entries.count)"
    }

    /// The list with its heading.
    ///
    /// - Parameter claim: the name of a figure's claim; nil for a draft, whose numbers nobody vouches for.
    func blocks(
        engine: FigureEngine, address: (FigureRequest) -> String, claim: (FigureRequest) -> Run?
    ) throws -> [Block] {
        var list: [Reference] = []
        for (index, entry) in entries.enumerated() {
            list.append(Reference(id: "r\(index + 1)", try runs(of: entry, engine, address, claim)))
        }
        let isDraft = figures.allSatisfy { claim($0.request) == nil }
        let proof =
            isDraft ? "本件为草稿，数字未封存。" : "方括号内为数字凭证编号，凭编号可取得证明包，脱离本系统独立核验。"
        return [
            .heading(Heading(1, ["数据出处"], isNumbered: true)),
            .note([Run("截至台账第 \(engine.asOf) 条记录。每个数字可由下列“溯源”逐级查到小时值及其原始报文或导入行。\(proof)")]),
            .references(list),
        ]
    }

    private func runs(
        of entry: Entry, _ engine: FigureEngine, _ address: (FigureRequest) -> String,
        _ claim: (FigureRequest) -> Run?
    ) throws -> [Run] {
        func name(_ value: FigureValue) -> [Run] { claim(value.request).map { [Run("［"), $0, Run("］")] } ?? [] }
        if let stated = entry.stated {
            return [Run("\(stated.name) \(stated.value)\(stated.unit)（\(stated.source)）。本数不由台账记录计算，没有数字凭证。")]
        }
        guard let head = entry.head else {
            guard let value = entry.figures.first else { return [] }
            return [Run(try sentence(value, engine))] + name(value)
                + [.link("溯源", href: address(value.request))]
        }
        var runs = [Run("\(head)：")]
        for (index, value) in entry.figures.enumerated() {
            let item = try engine.name(of: "item", in: value.request)
            let title = item.map { "\(value.definition.header.title)（\($0)）" } ?? value.definition.header.title
            runs += [Run("\(title) \(value.printed)")] + name(value) + [Run(" ")]
            runs.append(.link("溯源", href: address(value.request)))
            runs.append(Run(index + 1 < entry.figures.count ? "；" : "。"))
        }
        return runs
    }

    private func sentence(_ value: FigureValue, _ engine: FigureEngine) throws -> String {
        let subject = try engine.subject(of: value.request)
        let period =
            value.span.from == value.span.to
            ? value.span.from.description : "\(value.span.from) 至 \(value.span.to)"
        let scope = subject.isEmpty ? period : "\(subject)，\(period)"
        let count = value.inputs.isEmpty ? "" : "，输入 \(value.inputs.count) 项"
        return "\(value.definition.header.title) \(value.printedWithUnit)（\(scope)\(count)）"
    }
}
