package import Catalog
import Law
package import Standards

/// The text under which a decision is disclosed: derived from the file, with what is hidden already hidden. Nobody writes it.
package struct DisclosureText: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package let lines: [Line]

    init(lines: [Line]) { self.lines = lines }

    /// - Parameters:
    ///   - document: the name of the paper: 行政处罚决定书.
    ///   - number: 文号, where the paper itself does not hold it here.
    ///   - day: of the decision, likewise.
    ///   - authority: the bureau.
    ///   - hiding: further words that must not be told, e.g. names of people in the facts.
    /// - Throws: `CaseFileRefusal` with `.missing`; `CatalogError`.
    package init(
        of file: CaseFile, document: String, number: String, day: CivilDate, authority: String, hiding: [String],
        catalog: RuleCatalog
    ) throws {
        let paper = file.completePaper(named: document)
        func said(_ element: String) -> String? {
            switch paper?.values[element] {
            case .text(let text): text.isEmpty ? nil : text
            case .list(let entries): entries.joined(separator: "；")
            case .money(let fen): "\(Money(fen: fen))"
            case .date(let day): day.description
            case .moment, .flag, nil: nil
            }
        }
        guard !file.parties.isEmpty else { throw CaseFileRefusal(.missing, "当事人") }
        let violations = try ViolationBook(catalog)
        let applied = file.charges.compactMap { charge -> Provision? in
            try? ChargeLaw(charge, decided: max(day, charge.conduct.end), catalog: catalog).applied
        }
        let facts = said("违法事实") ?? file.charges.map(\.facts).joined(separator: "；")
        if facts.isEmpty { throw CaseFileRefusal(.missing, "违法事实") }
        let codes = file.parties.filter { $0.kind != .citizen }.map(\.code).filter { !$0.isEmpty }
        let titles = file.charges.compactMap { (try? violations.violation($0.violation))?.title }
        let isFine = document.contains("处罚")
        let fine = file.decidedFine.map { "罚款\($0)" }
        let content = said("处罚内容") ?? said("改正要求") ?? (isFine ? fine : "责令改正违法行为")
        let printed = paper?.number ?? number
        if printed.isEmpty { throw CaseFileRefusal(.missing, "文号") }
        if (content ?? "").isEmpty { throw CaseFileRefusal(.missing, "处罚内容") }
        let redaction = Redaction(file, hiding: hiding)
        let names = file.parties.map { $0.kind == .citizen ? Redaction.masked($0.name) : $0.name }
        let all: [(String, String)] = [
            ("文书", document), ("文号", printed), ("当事人", names.joined(separator: "、")),
            ("统一社会信用代码", codes.joined(separator: "、")), ("违法行为", titles.joined(separator: "、")),
            ("违法事实", redaction.clean(facts)),
            ("违反条款", redaction.clean(said("违反条款") ?? applied.flatMap(\.violated).joined(separator: "、"))),
            ("依据", redaction.clean(said("处罚依据") ?? applied.map(\.penalty).joined(separator: "、"))),
            (isFine ? "处罚内容" : "决定内容", redaction.clean(content ?? "")), ("机关", authority),
            ("决定日期", (paper?.day ?? day).description),
        ]
        lines = all.filter { !$0.1.isEmpty }.map { Line(name: $0.0, value: $0.1) }
    }

    /// A line by its name.
    package subscript(_ name: String) -> String? { lines.first { $0.name == name }?.value }
}

extension Redaction {
    /// What has to be hidden in texts of a file: facts about its people, and further words.
    init(_ file: CaseFile, hiding: [String]) {
        var names = file.evidence.map(\.provider)
        var texts = hiding
        for party in file.parties {
            names.append(party.representative)
            if party.kind == .citizen { names.append(party.name) }
            texts += party.personalFields.filter { !["name", "representative"].contains($0.key) }.values
        }
        self.init(names: names, texts: texts)
    }
}
