import Foundation
import Standards
import Testing

/// Sound levels are averaged by energy; the rounding is proved, not approximated.
struct EnergyMeanTests {
    @Test
    func `four equal times of 55, 60, 58 and 62 dB have 59.4597 dB`() throws {
        let levels: [ExactDecimal] = [55, 60, 58, 62]
        #expect(try EnergyMean.rounded(levels, decimals: 4).description == "59.4597")
        #expect(try EnergyMean.rounded(levels, decimals: 1).description == "59.5")
        #expect(try EnergyMean.rounded(levels, decimals: 0).description == "59")
    }

    @Test(arguments: [("55", "45", "55.00"), ("60", "50", "60.00"), ("58", "49", "58.36")])
    func `Ldn weighs sixteen hours of day and eight of raised night`(day: String, night: String, expected: String)
        throws
    {
        let level = try NoiseStatisticsRule.dayNight(
            day: try #require(ExactDecimal(day)), night: try #require(ExactDecimal(night)), decimals: 2)
        #expect(level.description == expected)
    }

    @Test(arguments: ["0", "200", "54.25", "54.35", "54.245", "54.255", "99.99", "0.05", "0.15"])
    func `equal levels are rounded half to even like the decimal itself`(text: String) throws {
        let level = try #require(ExactDecimal(text))
        for decimals in 0...3 {
            #expect(
                try EnergyMean.rounded([level, level, level], decimals: decimals).description
                    == level.rounded(decimals: decimals).description)
        }
    }

    @Test
    func `a mean exactly half-way goes to the even digit`() throws {
        // 10 · 10 + 1 + 1 · 0.1 … : one level 10 dB above, one at, ten 10 dB below carry 10 + 1 + 10 · 0.1 = 12.
        func mean(_ middle: ExactDecimal) throws -> String {
            let levels = [try middle + 10, middle] + Array(repeating: try middle - 10, count: 10)
            return try EnergyMean.rounded(levels, decimals: 1).description
        }
        #expect(try mean("54.25") == "54.2")
        #expect(try mean("54.35") == "54.4")
        #expect(try mean("54.2500000001") == "54.3")
        #expect(try mean("54.3499999999") == "54.3")
    }

    @Test
    func `durations weigh like repetitions`() throws {
        let repeated: [ExactDecimal] = ["61.2", "61.2", "61.2", "48.05", "48.05", "70"]
        let weighted = [
            WeightedLevel("61.2", weight: try Rational(numerator: 3, denominator: 7)),
            WeightedLevel("48.05", weight: try Rational(numerator: 2, denominator: 7)),
            WeightedLevel("70", weight: try Rational(numerator: 1, denominator: 7)),
        ]
        for decimals in [0, 1, 4, 12] {
            #expect(
                try EnergyMean.rounded(repeated, decimals: decimals)
                    == EnergyMean.rounded(weighted: weighted, decimals: decimals))
        }
    }

    @Test
    func `a penalty raises the level and nothing else`() throws {
        let plain = [WeightedLevel("45.5", weight: 8), WeightedLevel("61", weight: 16)]
        let raised = [WeightedLevel("35.5", weight: 8, penalty: 10), WeightedLevel("61", weight: 16)]
        #expect(
            try EnergyMean.rounded(weighted: plain, decimals: 6) == EnergyMean.rounded(weighted: raised, decimals: 6))
        #expect(try EnergyMean.rounded(weighted: [WeightedLevel(200, penalty: 10)], decimals: 1).description == "210.0")
    }

    @Test
    func `levels as far apart as can be are still decided`() throws {
        // 10·lg((10^20 + 1)/2) = 196.9897 …
        #expect(try EnergyMean.rounded([0, 200], decimals: 2).description == "196.99")
        // 99 parts of silence and one of 200 dB: 10·lg(10^18 + 0.99) is a hair above 180.
        let levels = Array(repeating: ExactDecimal(0), count: 99) + [200]
        #expect(try EnergyMean.rounded(levels, decimals: 16).description == "180.0000000000000000")
    }

    @Test
    func `a mean lies between its extremes and not below the arithmetic mean`() throws {
        var random = SplitMix(seed: 3096)
        for _ in 0..<300 {
            let levels = randomLevels(&random)
            let mean = try EnergyMean.rounded(levels, decimals: 6)
            #expect(mean >= (try levels.min()!.rounded(decimals: 6)))
            #expect(mean <= (try levels.max()!.rounded(decimals: 6)))
            let arithmetic = try #require(ExactSum(levels).mean)
            #expect(mean >= (try arithmetic.rounded(decimals: 6)), "\(levels)")
        }
    }

    @Test
    func `a constant added to all levels is added to the mean, and order does not matter`() throws {
        var random = SplitMix(seed: 640)
        for _ in 0..<200 {
            let levels = randomLevels(&random)
            // An even number of last units keeps ties where they were.
            let shift = try #require(ExactDecimal(significand: Int64.random(in: 0...400, using: &random) * 2, scale: 1))
            let mean = try EnergyMean.rounded(levels, decimals: 1)
            let moved = try levels.map { try $0 + shift }
            #expect(try EnergyMean.rounded(moved, decimals: 1) == mean + shift, "\(levels) + \(shift)")
            #expect(try EnergyMean.rounded(levels.shuffled(using: &random), decimals: 1) == mean)
        }
    }

    @Test
    func `random lists agree with floating point wherever that is safe`() throws {
        var random = SplitMix(seed: 12348)
        for _ in 0..<300 {
            let levels = randomLevels(&random)
            let sum = levels.reduce(0.0) { $0 + pow(10, 0.1 * Double("\($1)")!) }
            let approximate = 10 * log10(sum / Double(levels.count))
            for decimals in [0, 1, 3] {
                let scaled = approximate * pow(10, Double(decimals))
                guard abs(scaled - scaled.rounded(.down) - 0.5) > 1e-6 else { continue }
                let mean = try EnergyMean.rounded(levels, decimals: decimals)
                #expect(mean.significand == Int64(scaled.rounded()), "\(levels) to \(decimals)")
            }
        }
    }

    @Test
    func `a day of seconds is averaged as a whole`() throws {
        let levels = (0..<86_400).map { ExactDecimal(significand: Int64(3_000 + $0 * 7_919 % 6_000), scale: 2)! }
        // 6,000 levels from 30.00 to 89.99, each 14 or 15 times.
        #expect(try EnergyMean.rounded(levels, decimals: 1).description == "78.6")
    }

    @Test
    func `what cannot be a level is refused`() {
        #expect(throws: StandardsError(.noValues)) { try EnergyMean.rounded([], decimals: 1) }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "level", value: "-0.1")) {
            try EnergyMean.rounded(["-0.1", 50], decimals: 1)
        }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "level", value: "200.1")) {
            try EnergyMean.rounded([50, "200.1"], decimals: 1)
        }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "weight", value: "0")) {
            try EnergyMean.rounded(weighted: [WeightedLevel(50, weight: 0)], decimals: 1)
        }
        #expect(throws: StandardsError(.scaleOutOfRange, subject: "decimals", value: "17")) {
            try EnergyMean.rounded([50, 60], decimals: 17)
        }
    }

    @Test
    func `durations of any size are weighed`() throws {
        let huge = Rational(Int.max) * Rational(Int.max)
        let levels = [WeightedLevel(50, weight: huge), WeightedLevel(60, weight: huge)]
        #expect(try EnergyMean.rounded(weighted: levels, decimals: 4).description == "57.4036")
        let faint = [WeightedLevel(50, weight: huge), WeightedLevel(60)]
        #expect(try EnergyMean.rounded(weighted: faint, decimals: 4) == 50)
    }

    private func randomLevels(_ random: inout SplitMix) -> [ExactDecimal] {
        let scale = Int.random(in: 0...2, using: &random)
        let unit = Int64([1, 10, 100][scale])
        return (0..<Int.random(in: 1...40, using: &random)).compactMap { _ in
            ExactDecimal(significand: Int64.random(in: 20 * unit...110 * unit, using: &random), scale: scale)
        }
    }
}
