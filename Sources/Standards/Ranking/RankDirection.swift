/// Which end of a scale is the better one.
public enum RankDirection: String, CaseIterable, Hashable, Sendable, Codable {
    /// The lower the better: concentrations, indices, change rates of either.
    case low
    /// The higher the better: 优良天数比例.
    case high
}
