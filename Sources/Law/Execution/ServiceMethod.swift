package import Catalog
package import Standards

/// A way of serving a document: what proves it, and from which day it counts.
package struct ServiceMethod: Hashable, Sendable {
    static let id = "service"

    /// E.g. direct, announcement.
    package let id: String
    /// E.g. 公告送达.
    package let word: String
    /// Which day is entered, in words.
    package let servedOn: String
    /// Days after it on which the document counts as served.
    package let days: Int
    /// What must be in the file.
    package let proof: [String]
    package let basis: String

    /// The day from which periods run.
    package func served(_ entered: CivilDate) -> CivilDate { entered.adding(days: days) }

    /// The ways of a day, in the order of the file.
    ///
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package static func all(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) -> [ServiceMethod] {
        try catalog.reading(id: id, under: InstrumentBook.folder, on: date) { read($0, with: $1) }
    }

    static func read(_ file: RuleFile, with reader: RuleReader) -> [ServiceMethod] {
        reader.body(keys: ["methods"]).list("methods").map { node in
            let row = reader.mapping(node, keys: ["method", "word", "served_on", "days", "proof", "basis"])
            return ServiceMethod(
                id: row.text("method"), word: row.text("word"), servedOn: row.text("served_on"),
                days: row.integer("days", in: 0...180), proof: row.texts("proof"), basis: row.text("basis"))
        }
    }
}
