/// Rewards and deductions by place, in 分.
public struct RankMoney: Hashable, Sendable {
    /// What equals get.
    public enum Tied: String, CaseIterable, Hashable, Sendable, Codable {
        /// The file does not say: no amount until a person decides.
        case undecided
        /// The sum of the amounts of the places they take up together, in equal parts.
        case split
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The amount of each place in 分, the first for rank 1; a deduction is negative.
    public let amounts: [Int64]
    /// What equals get.
    public let tied: Tied

    /// Makes a table.
    ///
    /// - Parameter isZeroSum: whether the source says that rewards and deductions balance; then they must.
    /// - Throws: `.invalidRule` for no amounts, a rise from one place to the next, or a sum that should be zero and is not.
    public init(
        id: String, title: String, amounts: [Int64], isZeroSum: Bool, tied: Tied
    ) throws(StandardsError) {
        let bound: Int64 = 1 << 50
        guard !amounts.isEmpty, amounts.count <= 10_000, amounts.allSatisfy({ abs($0.clamped(to: bound)) < bound }),
            zip(amounts, amounts.dropFirst()).allSatisfy({ $0 >= $1 })
        else { throw StandardsError(.invalidRule, subject: "amounts") }
        let sum = amounts.reduce(0, +)
        guard !isZeroSum || sum == 0 else {
            throw StandardsError(.invalidRule, subject: "zero_sum", value: "\(sum)")
        }
        self.id = id
        self.title = title
        self.amounts = amounts
        self.tied = tied
    }

    /// The amounts of ranks, one an object, in 分.
    ///
    /// - Parameter ranks: standard competition ranks; nil for objects left out, which get nothing.
    /// - Returns: nil for an object left out, and for equals whose amount the table does not settle: unless their places
    ///   are worth the same, `undecided` and a sum that cannot be split into whole 分 leave it open.
    /// - Throws: `.wrongCount` when the table has another number of places than objects were ranked; the amounts would
    ///   belong to other places then and not balance.
    public func amounts(of ranks: [Int?]) throws(StandardsError) -> [Int64?] {
        let ranked = ranks.compactMap(\.self)
        guard ranked.count == amounts.count, ranked.allSatisfy({ (1...amounts.count).contains($0) }) else {
            throw StandardsError(.wrongCount, subject: id, value: "\(ranked.count)")
        }
        var sizes: [Int: Int] = [:]
        for rank in ranked { sizes[rank, default: 0] += 1 }
        return ranks.map { rank in rank.flatMap { amount($0, sharedBy: sizes[$0] ?? 1) } }
    }

    private func amount(_ rank: Int, sharedBy count: Int) -> Int64? {
        let end = min(rank - 1 + count, amounts.count)
        let places = amounts[(rank - 1)..<end]
        guard let first = places.first, places.count == count else { return nil }
        if places.allSatisfy({ $0 == first }) { return first }
        let (share, rest) = places.reduce(0, +).quotientAndRemainder(dividingBy: Int64(count))
        return tied == .split && rest == 0 ? share : nil
    }
}

extension Int64 {
    /// The number, brought inside −bound … bound, so that its magnitude can be taken.
    fileprivate func clamped(to bound: Int64) -> Int64 { Swift.min(Swift.max(self, -bound), bound) }
}
