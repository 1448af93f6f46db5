/// What becomes of an object without a value.
public enum RankMissing: String, CaseIterable, Hashable, Sendable, Codable {
    /// It stands behind all that have one, equal with the others that have none.
    case last
    /// It gets no rank, and the others are ranked as if it were not there.
    case excluded
}
