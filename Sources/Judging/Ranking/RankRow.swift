import Documents
import Standards

/// One object of a ranking as the table gave it, with the values its scheme asks for.
struct RankRow {
    /// The fields of the input.
    let fields: [String]
    let area: String
    /// Values in the order of the scheme's measures, exact; nil where there is none.
    let values: [Rational?]
    let validPercent: ExactDecimal?
    let isIncomplete: Bool
    let meetsStandard: Bool
    /// How computed values came about.
    let steps: [String]

    /// Values that may be used; none of an object whose data are not complete enough.
    var usable: [Rational?] { isIncomplete ? values.map { _ in nil } : values }

    /// What the scheme is told.
    var entry: RankEntry { RankEntry(values, isIncomplete: isIncomplete, meetsStandard: meetsStandard) }
}
