/// Which objects share a rank.
public enum RankSharing: String, CaseIterable, Hashable, Sendable, Codable {
    /// Those with equal scores; the tie-breaks only order them on paper.
    case score
    /// Those still equal behind all tie-breaks.
    case tieBreak = "tie_break"
}
