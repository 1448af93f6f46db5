package import Standards

/// What stands in one element of a paper.
package enum PaperValue: Hashable, Sendable {
    case text(String)
    /// In 分.
    case money(Int64)
    case date(CivilDate)
    /// A day with its time: beginning and end of an inspection.
    case moment(Instant)
    case flag(Bool)
    /// One entry a line: pieces of evidence, persons present, opinions one by one.
    case list([String])
}
