import Standards
import Testing

@testable import Catalog

/// The ranking schemes and money tables of the repository against published rankings.
struct RankingFilesTests {
    private let catalog: RuleCatalog

    init() throws {
        catalog = try ShippedRules.catalog.get()
    }

    private func scheme(_ id: String) throws -> RankScheme { try catalog.rule(.ranking, id: id) }

    private func entries(_ rows: [DistrictRankings.Row], measures: Int) -> [RankEntry] {
        rows.map { row in
            RankEntry(row.values.map { Rational($0) } + Array(repeating: nil, count: measures - row.values.count))
        }
    }

    /// Ranks of a published table whose rows are shuffled first, so that its order cannot decide anything.
    private func results(_ rows: [DistrictRankings.Row], _ scheme: RankScheme, seed: Int) throws -> [RankResult] {
        let entries = entries(rows, measures: scheme.measures.count)
        let order = entries.indices.sorted { ($0 * seed) % 17 < ($1 * seed) % 17 }
        let ranked = try scheme.rank(order.map { entries[$0] })
        var results = ranked
        for (number, place) in order.enumerated() { results[place] = ranked[number] }
        return results
    }

    @Test(arguments: [(DistrictRankings.july2022, "2022-07"), (DistrictRankings.july2023, "2023-07")])
    func `the published order of sixteen districts by air is reproduced`(
        rows: [DistrictRankings.Row], month: String
    ) throws {
        let scheme = try scheme("TJ-AIR-RANK-2021")
        for seed in 1...16 {
            let results = try results(rows, scheme, seed: seed)
            let right = results.enumerated().count { number, result in
                // The publication numbers equals through; they stand next to each other.
                let rank = result.rank ?? 0
                return (rank..<rank + result.sharedBy).contains(number + 1)
            }
            #expect(right == 16, "\(month): \(right) of 16")
        }
    }

    @Test
    func `the scores of July 2022 are those of the table`() throws {
        let results = try results(DistrictRankings.july2022, scheme("TJ-AIR-RANK-2021"), seed: 1)
        let scores = [
            "3.3", "3.4", "3.8", "4.6", "5.8", "7.2", "7.8", "7.8", "8.6", "8.6", "9.4", "10.2", "10.2", "11.5", "12",
            "12.4",
        ]
        #expect(results.map { $0.score?.exactDecimal?.description } == scores)
        #expect(results[0].partialRanks == [2, 5, 3])
        #expect(results[5].partialRanks == [7, 13, 3])
        // 宁河 and 滨海 have equal scores; the lower PM2.5 stands first. 河西 and 南开 are equal in everything.
        #expect(results.map(\.rank) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 11, 12, 13, 14, 15, 16])
    }

    @Test(arguments: [(RankKind.dense, 12, 9), (.average, 3, 7)])
    func `with dense or average ranks the published orders do not come out`(
        kind: RankKind, july2022: Int, july2023: Int
    ) throws {
        let scheme = try scheme("TJ-AIR-RANK-2021").with(kind: kind)
        for (rows, count) in [(DistrictRankings.july2022, july2022), (DistrictRankings.july2023, july2023)] {
            let scores = try results(rows, scheme, seed: 1).compactMap(\.score)
            var inversions = 0
            for first in scores.indices {
                for second in scores.indices where first < second && scores[first] > scores[second] { inversions += 1 }
            }
            #expect(inversions == count)
        }
    }

    @Test(arguments: [
        (DistrictRankings.waterAugust2021, "2021-08"), (DistrictRankings.waterSeptember2021, "2021-09"),
        (DistrictRankings.waterNovember2021, "2021-11"),
    ])
    func `the published order of sixteen districts by water is reproduced`(
        rows: [DistrictRankings.Row], month: String
    ) throws {
        let scheme = try scheme("TJ-WATER-RANK-2018")
        let money = try catalog.rule(.rankMoney, id: scheme.moneyTable ?? "")
        for seed in 1...16 {
            let ranks = try results(rows, scheme, seed: seed).map(\.rank)
            #expect(ranks == Array(1...16), "\(month)")
            let amounts = try money.amounts(of: ranks)
            #expect(amounts == DistrictRankings.money.map { $0 * 1_000_000 })
            #expect(amounts.compactMap(\.self).reduce(0, +) == 0)
        }
    }

    @Test
    func `without the tie-break equal sums share a rank and September does not come out`() throws {
        let scheme = try scheme("TJ-WATER-RANK-2018").with(sharing: .score)
        let ranks = try results(DistrictRankings.waterSeptember2021, scheme, seed: 1).map(\.rank)
        #expect(ranks != Array(1...16))
    }

    @Test
    func `the money of September 2018 by air is that of the table`() throws {
        let scheme = try scheme("TJ-AIR-RANK-2016")
        let money = try catalog.rule(.rankMoney, id: scheme.moneyTable ?? "")
        let published: [(String, Int64)] = [
            ("蓟州", 140), ("宝坻", 120), ("河北", 100), ("河西", 80), ("北辰", 60), ("津南", 40), ("河东", 20), ("南开", 0),
            ("和平", 0), ("静海", -20), ("武清", -40), ("红桥", -60), ("滨海", -80), ("东丽", -100), ("西青", -120), ("宁河", -140),
        ]
        let amounts = try money.amounts(of: (1...16).map { $0 })
        #expect(amounts == published.map { $0.1 * 1_000_000 })
        #expect(scheme.sanctions.map(\.consequence) == ["区域限批", "约谈"])
    }

    /// Five districts are not visible and may stand between the others in each measure, so only the first ten can be compared.
    @Test
    func `the visible districts of May 2018 stand in the order of index and change, half and half`() throws {
        let results = try results(DistrictRankings.may2018, scheme("TJ-AIR-RANK-2016"), seed: 1)
        let scores = results.compactMap { $0.score.flatMap { try? ($0 * 2).floor } }
        #expect(scores == [6, 6, 7, 9, 9, 11, 11, 18, 18, 18, 16])
        #expect(scores.dropLast().sorted() == Array(scores.dropLast()))
    }

    @Test
    func `cities with equal indices share a rank and the next rank is skipped`() throws {
        let scheme = try scheme("CN-CITY-INDEX-2018")
        let results = try scheme.rank(
            ["2.64", "2.641", "3.10", "2.655", ""].map { RankEntry([Rational($0), nil]) })
        #expect(results.map(\.rank) == [1, 1, 4, 3, nil])
        #expect(
            try scheme.rank(["2.64", "2.63", "2.63"].map { RankEntry([Rational($0), nil]) }).map(\.rank) == [3, 1, 1])
    }

    @Test
    func `a city that meets all six does not enter the list of the worsened`() throws {
        let scheme = try scheme("CN-CITY-CHANGE-2018")
        let results = try scheme.rank([
            RankEntry([Rational("3.2"), 3], meetsStandard: true),
            RankEntry([Rational("-1.0"), 3], meetsStandard: true),
            RankEntry([Rational("3.1"), 3]), RankEntry([0, 3], meetsStandard: true), RankEntry([Rational("-8.3"), 3]),
        ])
        #expect(results.map(\.rank) == [nil, 2, 4, 3, 1])
        #expect(results.map(\.isExempt) == [true, false, false, false, false])
    }

    @Test
    func `three hundred thousand yuan a class and indicator, half where the water did not get worse`() throws {
        let rule = try catalog.rule(.classSteps, id: "BJ-WATER-STEPS-2015")
        #expect(rule.items == [.cod, .nh3n, .tp])
        #expect(rule.payment(.three, target: .three, inflow: nil, outflow: 20) == 0)
        #expect(rule.payment(.two, target: .three, inflow: nil, outflow: 15) == 0)
        #expect(rule.payment(.four, target: .three, inflow: nil, outflow: 30) == 30_000_000)
        #expect(rule.payment(.worseThanFive, target: .three, inflow: 30, outflow: 41) == 90_000_000)
        #expect(rule.payment(.four, target: .three, inflow: 30, outflow: 30) == 15_000_000)
        #expect(rule.payment(.four, target: .three, inflow: 29, outflow: 30) == 30_000_000)
    }

    @Test
    func `every money table that a scheme names is there`() throws {
        for (_, scheme) in catalog.versions(of: .ranking) {
            guard let id = scheme.moneyTable else { continue }
            _ = try catalog.rule(.rankMoney, id: id)
        }
        #expect(catalog.versions(of: .ranking).count >= 6)
    }
}

extension RankScheme {
    /// The same scheme with another way of sharing ranks.
    fileprivate func with(kind: RankKind? = nil, sharing: RankSharing? = nil) throws -> RankScheme {
        try RankScheme(
            id: id, title: title, measures: measures, combination: combination, kind: kind ?? self.kind,
            tieBreaks: tieBreaks, sharing: sharing ?? self.sharing, missing: missing)
    }
}
