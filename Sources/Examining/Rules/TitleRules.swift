import Catalog
import Law
import Standards

/// `Catalog/examining/titles.yaml` together with the instruments of law.
struct TitleRules: Sendable {
    static let id = "titles"

    /// A title that may be cited, in one version.
    struct Title: Hashable, Sendable {
        let name: String
        /// The names that mean it, without 中华人民共和国.
        let names: [String]
        /// The first day, where the file says what was in force before.
        let from: CivilDate?
        let to: CivilDate?
        let replacement: String?
    }

    /// A standard of a year.
    struct Standard: Hashable, Sendable {
        let number: String
        let year: String
        let title: String?
        let from: CivilDate
        let to: CivilDate?
        let replacement: String?
    }

    let titles: [Title]
    /// What is often written, and what is meant.
    let wrong: [String: String]
    let standards: [Standard]

    init(_ reader: RuleReader, instruments: [Instrument]) {
        let body = reader.body(keys: ["laws", "wrong", "standards"])
        let cited = instruments.map { instrument in
            // A version has one before it that the book may not hold: only a first version tells when it began.
            Title(
                name: instrument.name, names: [instrument.name] + instrument.shortNames,
                from: instrument.version == nil ? instrument.effective.from : nil, to: instrument.effective.to,
                replacement: instrument.replacement)
        }
        let more = body.list("laws").map { node in
            let row = reader.mapping(node, keys: ["title", "from", "to", "replacement"])
            let name = row.text("title")
            return Title(
                name: name, names: [name], from: row.optionalDate("from"), to: row.optionalDate("to"),
                replacement: row.optionalText("replacement"))
        }
        titles = cited + more
        let pairs = body.list("wrong").map { node in
            let row = reader.mapping(node, keys: ["wrong", "right"])
            return (row.text("wrong"), row.text("right"))
        }
        wrong = Dictionary(pairs) { first, _ in first }
        standards = body.list("standards").map { node in
            let row = reader.mapping(node, keys: ["number", "year", "title", "from", "to", "replacement"])
            return Standard(
                number: row.text("number"), year: row.text("year"), title: row.optionalText("title"),
                from: row.date("from"), to: row.optionalDate("to"), replacement: row.optionalText("replacement"))
        }
    }
}
