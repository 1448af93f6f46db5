import Standards
import Testing

struct RankMoneyTests {
    private func money(_ amounts: [Int64], tied: RankMoney.Tied = .undecided) throws -> RankMoney {
        try RankMoney(id: "m", title: "m", amounts: amounts, isZeroSum: true, tied: tied)
    }

    @Test
    func `each place has its amount`() throws {
        #expect(try money([50, 0, -50]).amounts(of: [3, 1, 2]) == [-50, 50, 0])
        #expect(try money([50, 0, -50]).amounts(of: [3, nil, 1, 2]) == [-50, nil, 50, 0])
    }

    @Test
    func `equals are left to a person unless the file splits or their places are worth the same`() throws {
        #expect(try money([60, 20, -80]).amounts(of: [1, 1, 3]) == [nil, nil, -80])
        #expect(try money([60, 20, -80], tied: .split).amounts(of: [1, 1, 3]) == [40, 40, -80])
        #expect(try money([61, 20, -81], tied: .split).amounts(of: [1, 1, 3]) == [nil, nil, -81])
        #expect(try money([80, 0, 0, -80]).amounts(of: [1, 2, 2, 4]) == [80, 0, 0, -80])
    }

    @Test
    func `a table for another number of objects is not stretched`() throws {
        #expect(throws: StandardsError.self) { try money([50, 0, -50]).amounts(of: [1, 2]) }
        #expect(throws: StandardsError.self) { try money([50, 0, -50]).amounts(of: [1, 2, 3, 4]) }
        #expect(throws: StandardsError.self) { try money([50, 0, -50]).amounts(of: [1, 2, 4]) }
    }

    @Test(arguments: [[Int64](), [50, -40], [-50, 50], [.max, .min]])
    func `a table that does not balance or rises is refused`(amounts: [Int64]) {
        #expect(throws: StandardsError.self) { try money(amounts) }
    }

    @Test
    func `rewards and deductions add up to zero whatever the ranks`() throws {
        var random = SplitMix(seed: 24)
        for _ in 0..<300 {
            let count = Int.random(in: 1...10, using: &random)
            // Multiples of 1, 2, … 20, so that every group of equals can be given equal parts.
            let rewards = (0..<count).map { _ in Int64.random(in: 0...50, using: &random) * 232_792_560 }.sorted(by: >)
            let table = try money(rewards + rewards.reversed().map { -$0 }, tied: .split)
            let values = (0..<2 * count).map { _ in Optional(Int.random(in: 0...12, using: &random)) }
            let ranks = CompetitionRank.ranks(of: values, better: .low, missing: .last)
            let amounts = try table.amounts(of: ranks)
            #expect(amounts.compactMap(\.self).count == 2 * count)
            #expect(amounts.compactMap(\.self).reduce(0, +) == 0)
        }
    }
}
