import Records
import Standards
import TestKit
import Testing

@testable import Reporting

/// What each input does to a figure.
struct InputInfluenceTests {
    private static func rows(_ count: Int, seed: UInt64, weighted: Bool) -> [FigureInput] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { place in
            let value: Rational? =
                Int.random(in: 0..<9, using: &generator) == 0
                ? nil : Rational(ExactDecimal("\(Int.random(in: 0..<40, using: &generator)).5") ?? .zero)
            return FigureInput(
                id: InputID("test", [String(place)]), label: "", value: value,
                weight: weighted ? Rational(Int.random(in: 1..<5, using: &generator)) : 1, rule: "")
        }
    }

    private static func removing(_ places: [Int], from rows: [FigureInput]) -> [FigureInput] {
        rows.indices.filter { !places.contains($0) }.map { rows[$0] }
    }

    @Test(arguments: [Measure.mean, .sum, .count, .maximum, .percentile])
    func `the influence of inputs is the value less the value computed without them`(measure: Measure) throws {
        let share = try Rational(numerator: 9, denominator: 10)
        for round in 1...40 {
            let rows = Self.rows(
                round, seed: UInt64(round), weighted: measure == .mean && round.isMultiple(of: 2))
            let value = try measure.value(of: rows, percentile: share)
            let influence = InputInfluence(of: value, by: measure, percentile: share, over: rows)
            for places in rows.indices.map({ [$0] }) + [Array(0..<round / 2)] {
                let without = try measure.value(of: Self.removing(places, from: rows), percentile: share)
                let change = try influence.change(by: places)
                // A sum over nothing is none as a figure; as a part of a sum it is all of it.
                if measure == .sum, without == nil { continue }
                #expect(change == value.flatMap { value in without.map { value - $0 } }, "\(round) \(places)")
            }
        }
    }

    @Test(arguments: [Measure.mean, .sum, .maximum, .percentile])
    func `the inputs that matter most are those whose removal moves the value most`(measure: Measure) throws {
        let share = try Rational(numerator: 9, denominator: 10)
        for round in 3...30 {
            let rows = Self.rows(
                round, seed: UInt64(100 + round), weighted: measure == .mean && round.isMultiple(of: 2))
            let value = try measure.value(of: rows, percentile: share)
            let influence = InputInfluence(of: value, by: measure, percentile: share, over: rows)
            let strongest = try influence.strongest(3)
            let all = try rows.indices.filter { rows[$0].value != nil }.compactMap {
                try influence.change(by: [$0])?.magnitude
            }.sorted(by: >)
            #expect(strongest.allSatisfy { !$0.change.isZero })
            #expect(strongest.map(\.change.magnitude) == Array(all.prefix(strongest.count)))
        }
    }

    @Test func `no input stands out where all move the value alike`() throws {
        let rows = (0..<5).map {
            FigureInput(id: InputID("test", [String($0)]), label: "", value: 7, weight: 1, rule: "")
        }
        for measure in [Measure.mean, .sum, .count, .maximum] {
            let value = try measure.value(of: rows, percentile: nil)
            #expect(try InputInfluence(of: value, by: measure, over: rows).strongest(3).isEmpty, "\(measure)")
        }
    }
}
