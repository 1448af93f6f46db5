import Standards
import Testing

struct CompetitionRankTests {
    static let cases: [(values: [Int?], better: RankDirection, missing: RankMissing, ranks: [Int?])] = [
        ([], .low, .last, []),
        ([7], .low, .last, [1]),
        ([10, 20, 20, 30], .low, .last, [1, 2, 2, 4]),
        ([10, 20, 20, 30], .high, .last, [4, 2, 2, 1]),
        ([5, 5, 9], .low, .last, [1, 1, 3]),
        ([9, 5, 5], .low, .last, [3, 1, 1]),
        ([4, 4, 4], .low, .last, [1, 1, 1]),
        ([3, nil, 1, nil, 2], .low, .last, [3, 4, 1, 4, 2]),
        ([3, nil, 1, nil, 2], .high, .last, [1, 4, 3, 4, 2]),
        ([3, nil, 1, nil, 2], .low, .excluded, [3, nil, 1, nil, 2]),
        ([nil, nil], .low, .last, [1, 1]),
        ([nil, nil], .low, .excluded, [nil, nil]),
    ]

    @Test(arguments: cases)
    func `equal values share the rank of the first of them and the next ones are skipped`(
        row: (values: [Int?], better: RankDirection, missing: RankMissing, ranks: [Int?])
    ) {
        #expect(CompetitionRank.ranks(of: row.values, better: row.better, missing: row.missing) == row.ranks)
    }

    static let kinds: [(kind: RankKind, ranks: [String])] = [
        (.competition, ["1", "2", "2", "4", "5", "5", "5", "8"]), (.dense, ["1", "2", "2", "3", "4", "4", "4", "5"]),
        (.average, ["1", "5/2", "5/2", "4", "6", "6", "6", "8"]),
    ]

    @Test(arguments: kinds)
    func `each kind shares ranks in its own way, objects without a value last`(
        row: (kind: RankKind, ranks: [String])
    ) {
        let values: [Int?] = [1, 2, 2, 3, 4, 4, 4, nil]
        let ranks = CompetitionRank.ranks(of: values, better: .low, missing: .last, kind: row.kind)
        #expect(ranks.map { $0?.description } == row.ranks)
        let excluded = CompetitionRank.ranks(of: values, better: .low, missing: .excluded, kind: row.kind)
        #expect(excluded.map { $0?.description } == row.ranks.dropLast() + [nil])
    }

    /// Small numbers, so that ties are frequent; some are missing.
    private static func values(_ random: inout SplitMix) -> [ExactDecimal?] {
        (0..<Int.random(in: 0...30, using: &random)).map { _ in
            Int.random(in: 0...9, using: &random) == 0 ? nil : ExactDecimal(Int.random(in: -6...6, using: &random))
        }
    }

    @Test
    func `a rank is one more than the number of strictly better values`() {
        var random = SplitMix(seed: 16)
        for _ in 0..<500 {
            let values = Self.values(&random)
            let present = values.compactMap(\.self)
            let low = CompetitionRank.ranks(of: values, better: .low, missing: .last)
            let high = CompetitionRank.ranks(of: values, better: .high, missing: .last)
            for (place, value) in values.enumerated() {
                #expect(low[place] == 1 + (value.map { own in present.count { $0 < own } } ?? present.count))
                #expect(high[place] == 1 + (value.map { own in present.count { $0 > own } } ?? present.count))
            }
        }
    }

    @Test
    func `ranks of distinct values are a permutation`() {
        var random = SplitMix(seed: 17)
        for count in 0...40 {
            let values = (0..<count).map { Optional(ExactDecimal($0 * 3 - 20)) }.shuffled(using: &random)
            for better in RankDirection.allCases {
                let ranks = CompetitionRank.ranks(of: values, better: better, missing: .last)
                #expect(ranks.compactMap(\.self).sorted() == Array(0..<count).map { $0 + 1 })
                for kind in RankKind.allCases {
                    let other = CompetitionRank.ranks(of: values, better: better, missing: .last, kind: kind)
                    #expect(other == ranks.map { $0.map { Rational($0) } })
                }
            }
        }
    }

    @Test
    func `the order of the input does not matter`() {
        var random = SplitMix(seed: 18)
        for _ in 0..<300 {
            let values = Self.values(&random)
            let order = values.indices.shuffled(using: &random)
            for kind in RankKind.allCases {
                for missing in RankMissing.allCases {
                    let ranks = CompetitionRank.ranks(of: values, better: .low, missing: missing, kind: kind)
                    let shuffled = CompetitionRank.ranks(
                        of: order.map { values[$0] }, better: .low, missing: missing, kind: kind)
                    #expect(shuffled == order.map { ranks[$0] })
                }
            }
        }
    }

    /// Competition ranks and average ranks use up the same positions: as a multiset, a group of m at rank r fills r … r+m−1.
    @Test
    func `groups of equal values fill the positions behind their rank without gap or overlap`() {
        var random = SplitMix(seed: 19)
        for _ in 0..<300 {
            let values = Self.values(&random)
            let ranks = CompetitionRank.ranks(of: values, better: .high, missing: .last).compactMap(\.self)
            let filled = Dictionary(grouping: ranks, by: \.self).flatMap { rank, group in
                (rank..<rank + group.count).map(\.self)
            }
            #expect(filled.sorted() == Array(0..<values.count).map { $0 + 1 })
            let average = CompetitionRank.ranks(of: values, better: .high, missing: .last, kind: .average)
            let sum = average.compactMap(\.self).reduce(Rational.zero, +)
            #expect(sum * 2 == Rational(values.count * (values.count + 1)))
        }
    }

    @Test
    func `values written with other decimals are equal`() {
        let values: [ExactDecimal?] = ["21", "21.0", "20.9", "21.00"]
        #expect(CompetitionRank.ranks(of: values, better: .low, missing: .last) == [2, 2, 1, 2])
    }
}
