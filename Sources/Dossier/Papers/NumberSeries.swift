package import Catalog
package import Standards

/// A series in which papers are numbered (文号): consecutive in a year, a spoiled number is never used again.
package struct NumberSeries: Hashable, Sendable {
    static let id = "series"

    /// Its name, as forms say it: 罚.
    package let name: String
    /// What it numbers.
    package let title: String
    /// 机关代字, before the year.
    package let prefix: String
    /// Digits to which the number is filled up with zeros; 0 for none.
    package let digits: Int
    /// The first number of a year, where it is not 1: of the year in which the bureau begins here.
    package let first: [Int: Int]

    /// `青环罚〔2026〕57号`.
    package func text(_ ordinal: Int, year: Int) -> String {
        let written = String(ordinal)
        let zeros = String(repeating: "0", count: max(0, digits - written.count))
        return "\(prefix)〔\(year)〕\(zeros)\(written)号"
    }

    /// The series in force on a day, in the order of the file.
    ///
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package static func all(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) -> [NumberSeries] {
        try catalog.reading(id: id, under: BureauPowers.folder, on: date) { read($1) }
    }

    static func read(_ reader: RuleReader) -> [NumberSeries] {
        reader.body(keys: ["series"]).list("series").map { node in
            let row = reader.mapping(node, keys: ["series", "title", "prefix", "digits", "first"])
            let first = row.optionalList("first").reduce(into: [Int: Int]()) { first, node in
                let year = reader.mapping(node, keys: ["year", "number"])
                first[year.integer("year", in: 2000...2100)] = year.integer("number", in: 1...99_999)
            }
            return NumberSeries(
                name: row.text("series"), title: row.text("title"), prefix: row.text("prefix"),
                digits: row.optionalInteger("digits", in: 0...6) ?? 0, first: first)
        }
    }
}
