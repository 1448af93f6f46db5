import Catalog

/// How numbers and their units are written.
struct CountingWords: Sendable {
    /// 万 and 亿 as powers of ten.
    static let powers: [Unicode.Scalar: Int] = ["万": 4, "亿": 8]

    /// Every spelling of every unit, full-width forms folded.
    let units: [Scalars]
    private let spellings: [Scalars: String]
    let codes: [Scalars]
    let roughAfter: Set<Unicode.Scalar>
    let roughBehind: [Scalars]
    let roughBefore: [Scalars]

    init(_ body: RuleMapping, with reader: RuleReader) {
        var spellings: [Scalars: String] = [:]
        for node in body.list("units") {
            let row = reader.mapping(node, keys: ["unit", "also"])
            let unit = row.text("unit")
            for spelling in [unit] + row.optionalTexts("also") { spellings[Scalars(spelling).folded] = unit }
        }
        self.spellings = spellings
        units = Array(spellings.keys)
        codes = body.texts("codes").map { Scalars($0) }
        roughAfter = Set(body.texts("rough_after").flatMap(\.unicodeScalars))
        roughBehind = body.texts("rough_behind").map { Scalars($0) }
        roughBefore = body.texts("rough_before").map { Scalars($0) }
    }

    /// The usual spelling of a unit as it stands in a text.
    func canonical(_ spelling: Scalars) -> String { spellings[spelling] ?? spelling.text }
}
