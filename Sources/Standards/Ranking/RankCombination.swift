/// How the measures of a scheme become the one number by which objects are ordered.
public enum RankCombination: String, CaseIterable, Hashable, Sendable, Codable {
    /// The value of the one weighted measure itself (national ranking by composite index).
    case value
    /// The sum of the ranks in each measure times its weight; the lower the better (Tianjin).
    case ranks
    /// The sum of the efficacy scores (功效系数法) of each measure times its weight; the higher the better.
    case efficacy
}
