import Standards
import Testing

struct RankSchemeTests {
    private static let half = Rational("1/2")

    /// Two measures, half and half: `a` low good, `b` high good.
    private static func scheme(
        combination: RankCombination = .ranks, kind: RankKind = .competition, tieBreaks: [String] = [],
        sharing: RankSharing = .score, missing: RankMissing = .last, decimals: Int? = nil
    ) throws -> RankScheme {
        try RankScheme(
            id: "demo", title: "demo",
            measures: [
                RankMeasure(key: "a", title: "A", better: .low, weight: half, decimals: decimals),
                RankMeasure(key: "b", title: "B", better: .high, weight: half, decimals: decimals),
            ], combination: combination, kind: kind, tieBreaks: tieBreaks, sharing: sharing, missing: missing)
    }

    private static func entries(_ rows: [(String?, String?)]) -> [RankEntry] {
        rows.map { RankEntry([$0.0.flatMap { Rational($0) }, $0.1.flatMap { Rational($0) }]) }
    }

    @Test
    func `the weighted ranks are added and the lowest sum is first`() throws {
        let results = try Self.scheme().rank(Self.entries([("10", "80"), ("12", "90"), ("11", "70")]))
        #expect(results.map(\.partialRanks) == [[1, 2], [3, 1], [2, 3]])
        #expect(results.map(\.score) == [Rational("3/2"), 2, Rational("5/2")])
        #expect(results.map(\.rank) == [1, 2, 3])
    }

    @Test
    func `tie-breaks order equals, and part them only where the scheme says so`() throws {
        let rows = Self.entries([("11", "90"), ("10", "80"), ("12", "70")])
        let shared = try Self.scheme(tieBreaks: ["a"]).rank(rows)
        #expect(shared.map(\.rank) == [1, 1, 3])
        #expect(shared.map(\.position) == [2, 1, 3])
        #expect(shared.map(\.sharedBy) == [2, 2, 1])
        let parted = try Self.scheme(tieBreaks: ["a"], sharing: .tieBreak).rank(rows)
        #expect(parted.map(\.rank) == [2, 1, 3])
        let other = try Self.scheme(tieBreaks: ["b"], sharing: .tieBreak).rank(rows)
        #expect(other.map(\.rank) == [1, 2, 3])
    }

    @Test
    func `values are compared as rounded where the scheme says so`() throws {
        let rows = Self.entries([("10.04", "1"), ("9.96", "1"), ("10.06", "1")])
        #expect(try Self.scheme(decimals: 1).rank(rows).map(\.rank) == [1, 1, 3])
        #expect(try Self.scheme().rank(rows).map(\.rank) == [2, 1, 3])
    }

    @Test
    func `an object with a gap stands last in that measure or takes no part`() throws {
        let rows = Self.entries([("10", nil), ("11", "80"), ("12", "90")])
        let last = try Self.scheme().rank(rows)
        #expect(last.map(\.partialRanks) == [[1, 3], [2, 2], [3, 1]])
        #expect(last.map(\.missing) == [["b"], [], []])
        let excluded = try Self.scheme(missing: .excluded).rank(rows)
        #expect(excluded.map(\.rank) == [nil, 1, 1])
        // The one left out does not push the others back.
        #expect(excluded.map(\.partialRanks) == [[nil, nil], [1, 2], [2, 1]])
        let incomplete = try Self.scheme().rank([RankEntry([1, 99], isIncomplete: true)] + rows.dropFirst())
        #expect(incomplete[0].rank == 3)
        #expect(incomplete[0].partialRanks == [3, 3])
    }

    @Test
    func `the efficacy score is 100 for the best, 60 for the worst, 100 for all when all are equal`() throws {
        let scores = EfficacyScore.scores(of: [50, 70, nil, 60], better: .low)
        #expect(scores == [100, 60, nil, 80])
        #expect(EfficacyScore.scores(of: [50, 70, nil, 60], better: .high) == [60, 100, nil, 80])
        #expect(EfficacyScore.scores(of: [7, 7, nil], better: .low) == [100, 100, nil])
        #expect(EfficacyScore.scores(of: [nil], better: .low) == [nil])
        let results = try Self.scheme(combination: .efficacy)
            .rank(Self.entries([("50", "1"), ("70", "3"), ("60", nil), ("55", "3")]))
        // The object with a gap neither stretches the scale nor gets a score.
        #expect(results.map(\.score) == [80, 80, nil, 95])
        #expect(results.map(\.rank) == [2, 2, 4, 1])
    }

    @Test
    func `a scheme that cannot work is refused with the part at fault`() {
        func measure(_ key: String, _ weight: Rational?) -> RankMeasure {
            RankMeasure(key: key, title: key, better: .low, weight: weight, decimals: nil)
        }
        func subject(
            _ measures: [RankMeasure], _ combination: RankCombination = .ranks, tieBreaks: [String] = []
        ) -> String? {
            do throws(StandardsError) {
                _ = try RankScheme(
                    id: "x", title: "x", measures: measures, combination: combination, kind: .competition,
                    tieBreaks: tieBreaks, sharing: .score, missing: .last)
                return nil
            } catch { return error.subject }
        }
        #expect(subject([]) == "measures")
        #expect(subject([measure("a", Self.half), measure("a", Self.half)]) == "measures")
        #expect(subject([measure("a", Self.half)], .efficacy) == "weight")
        #expect(subject([measure("a", nil)]) == "weight")
        #expect(subject([measure("a", Self.half)]) == nil)
        #expect(subject([measure("a", 2), measure("b", -1)]) == "weight")
        #expect(subject([measure("a", Self.half), measure("b", Self.half)], .value) == "weight")
        #expect(subject([measure("a", 1)], tieBreaks: ["b"]) == "tie_break")
        #expect(subject([measure("a", 1), measure("b", nil)], .value, tieBreaks: ["b"]) == nil)
    }

    @Test
    func `an entry of another length is refused`() throws {
        #expect(throws: StandardsError.self) { try Self.scheme().rank([RankEntry([1])]) }
    }

    /// Random tables with ties and gaps.
    private static func random(_ random: inout SplitMix) -> [RankEntry] {
        (0..<Int.random(in: 0...25, using: &random)).map { _ in
            RankEntry(
                (0..<2).map { _ in
                    Int.random(in: 0...11, using: &random) == 0 ? nil : Rational(Int.random(in: 1...8, using: &random))
                })
        }
    }

    @Test(arguments: RankCombination.allCases.filter { $0 != .value })
    func `ranks fill the places without gap or overlap and positions are a permutation`(
        combination: RankCombination
    ) throws {
        var random = SplitMix(seed: 21)
        for sharing in RankSharing.allCases {
            for missing in RankMissing.allCases {
                let scheme = try Self.scheme(
                    combination: combination, tieBreaks: ["a"], sharing: sharing, missing: missing)
                for _ in 0..<60 {
                    let results = try scheme.rank(Self.random(&random))
                    let ranks = results.compactMap(\.rank)
                    let filled = Dictionary(grouping: ranks, by: \.self).flatMap { rank, group in
                        (rank..<rank + group.count).map(\.self)
                    }
                    #expect(filled.sorted() == ranks.indices.map { $0 + 1 })
                    #expect(results.compactMap(\.position).sorted() == ranks.indices.map { $0 + 1 })
                    for result in results where result.rank != nil {
                        #expect(ranks.count { $0 == result.rank } == result.sharedBy)
                    }
                }
            }
        }
    }

    @Test(arguments: RankCombination.allCases.filter { $0 != .value })
    func `another unit of a measure changes no rank`(combination: RankCombination) throws {
        var random = SplitMix(seed: 22)
        let scheme = try Self.scheme(combination: combination, tieBreaks: ["b"], sharing: .tieBreak)
        for _ in 0..<100 {
            let entries = Self.random(&random)
            let factor = Rational(Int.random(in: 1...1000, using: &random))
            let scaled = entries.map { RankEntry([$0.values[0].map { $0 * factor }, $0.values[1]]) }
            #expect(try scheme.rank(scaled).map(\.rank) == scheme.rank(entries).map(\.rank))
        }
    }

    @Test
    func `the order of the rows changes no rank`() throws {
        var random = SplitMix(seed: 23)
        let scheme = try Self.scheme(tieBreaks: ["a"], sharing: .tieBreak)
        for _ in 0..<100 {
            let entries = Self.random(&random)
            let order = entries.indices.shuffled(using: &random)
            let ranks = try scheme.rank(entries).map(\.rank)
            #expect(try scheme.rank(order.map { entries[$0] }).map(\.rank) == order.map { ranks[$0] })
        }
    }

    @Test(arguments: [
        (RankSanction.Count.lastRunning, 3, "nyyy", true), (.lastRunning, 3, "yynyy", false),
        (.lastRunning, 3, "yyyn", false), (.lastRunning, 3, "yyyy", true), (.risesInAll, 3, "ynyny", true),
        (.risesInAll, 3, "ynnyn", false), (.risesInAll, 3, "yynyn", false), (.lastRunning, 1, "", false),
    ])
    func `consequences follow when the count is full in the latest period`(
        count: RankSanction.Count, times: Int, events: String, isReached: Bool
    ) {
        let sanction = RankSanction(count: count, times: times, measure: nil, consequence: "-")
        #expect(sanction.isReached(by: events.map { $0 == "y" }) == isReached)
    }

    @Test
    func `the change is in per cent of the earlier value`() throws {
        #expect(try RankMeasure.changePercent(21, from: 20) == 5)
        #expect(try RankMeasure.changePercent(19, from: 23).rounded(decimals: 1) == "-17.4")
        #expect(throws: StandardsError.self) { try RankMeasure.changePercent(1, from: 0) }
    }
}
