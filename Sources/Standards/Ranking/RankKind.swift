/// How equal values share ranks.
public enum RankKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 1, 2, 2, 4: one more than the number of strictly better ones.
    case competition
    /// 1, 2, 2, 3: one more than the number of different better values.
    case dense
    /// 1, 2½, 2½, 4: the mean of the positions which the equal ones take up together.
    case average
}
