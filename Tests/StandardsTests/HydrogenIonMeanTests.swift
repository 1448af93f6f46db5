import Foundation
import Standards
import Testing

/// pH is averaged by hydrogen ion; the rounding is proved, not approximated.
struct HydrogenIonMeanTests {
    @Test
    func `the published example is reproduced`() throws {
        let values: [ExactDecimal] = ["6.5", "7.9", "8.8", "9", "6.78", "8.87"]
        #expect(try HydrogenIonMean.rounded(values, decimals: 2) == "7.08")
        #expect(try HydrogenIonMean.rounded(values, decimals: 4) == "7.0803")
        #expect(try WaterTables.means.mean(of: values.map { .measured($0) }, item: .ph).value.description == "7")
    }

    @Test(arguments: ["7", "7.5", "8.5", "7.005", "7.015", "0", "14", "6.123456789012345678"])
    func `equal values are rounded exactly`(text: String) throws {
        let value = try #require(ExactDecimal(text))
        for decimals in [0, 1, 2] {
            let mean = try HydrogenIonMean.rounded([value, value, value], decimals: decimals)
            #expect(try mean == value.rounded(decimals: decimals))
            #expect(mean.scale == decimals)
        }
    }

    @Test
    func `a mean exactly half-way goes to the even digit`() throws {
        // 10 + 1 + 10 · 0.1 = 12 · 1: the mean of these twelve is exactly the second value.
        func mean(_ middle: ExactDecimal) throws -> String {
            let values = [try middle - 1, middle] + Array(repeating: try middle + 1, count: 10)
            return try HydrogenIonMean.rounded(values, decimals: 2).description
        }
        #expect(try mean("7.505") == "7.50")
        #expect(try mean("7.515") == "7.52")
        #expect(try mean("7.51501") == "7.52")
        #expect(try mean("7.51499") == "7.51")
    }

    @Test(arguments: [("0.000000001", 1), ("0.000000000001", 1), ("0.000000000000000001", 1)])
    func `a mean a hair below a boundary is below it`(step: String, count: Int) throws {
        // Two values at equal distances around 7.515 have their mean below it, by (ln 10)/2 · step².
        let distance = try #require(ExactDecimal(step))
        let boundary: ExactDecimal = "7.515"
        let values = [try boundary + distance, try boundary - distance]
        #expect(try HydrogenIonMean.rounded(values, decimals: 2) == "7.51")
        // One more hair above tips it over.
        let above = [try boundary + distance + distance, try boundary - distance]
        #expect(try HydrogenIonMean.rounded(above, decimals: 2) == "7.52")
    }

    @Test
    func `random lists agree with floating point wherever that is safe`() throws {
        var random = SplitMix(seed: 6)
        for _ in 0..<400 {
            let scale = Int.random(in: 0...3, using: &random)
            let limit = Int64([14, 140, 1_400, 14_000][scale])
            let values = (0..<Int.random(in: 1...40, using: &random)).compactMap { _ in
                ExactDecimal(significand: Int64.random(in: 0...limit, using: &random), scale: scale)
            }
            let sum = values.reduce(0.0) { $0 + pow(10, -Double($1.significand) / pow(10, Double(scale))) }
            let approximate = -log10(sum / Double(values.count))
            for decimals in [0, 2, 5] {
                let scaled = approximate * pow(10, Double(decimals))
                guard abs(abs(scaled - scaled.rounded(.down)) - 0.5) > 1e-6 else { continue }
                let mean = try HydrogenIonMean.rounded(values, decimals: decimals)
                #expect(mean.significand == Int64(scaled.rounded()), "\(values) to \(decimals)")
            }
        }
    }

    @Test
    func `more decimals refine and never contradict`() throws {
        let values: [ExactDecimal] = ["6.5", "7.91", "8.803"]
        let fine = try HydrogenIonMean.rounded(values, decimals: 17)
        for decimals in 0..<17 {
            #expect(try HydrogenIonMean.rounded(values, decimals: decimals) == fine.rounded(decimals: decimals))
        }
    }

    @Test
    func `weights count like repetitions`() throws {
        let third = try Rational(numerator: 1, denominator: 3)
        for decimals in [0, 2, 9] {
            #expect(
                try HydrogenIonMean.rounded(weights: ["6.5": third + third, "7.9": third], decimals: decimals)
                    == HydrogenIonMean.rounded(["6.5", "7.9", "6.50"], decimals: decimals))
        }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "weight", value: "0")) {
            try HydrogenIonMean.rounded(weights: [7: 0], decimals: 2)
        }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "ph", value: "15")) {
            try HydrogenIonMean.rounded(weights: [15: 1], decimals: 2)
        }
    }

    @Test
    func `values no pH can have are refused`() {
        #expect(throws: StandardsError(.valueOutOfRange, subject: "ph", value: "-0.1")) {
            try HydrogenIonMean.rounded(["-0.1", "7"], decimals: 2)
        }
        #expect(throws: StandardsError(.noValues)) { try HydrogenIonMean.rounded([], decimals: 2) }
        #expect(throws: StandardsError.self) { try HydrogenIonMean.rounded([7], decimals: 18) }
    }
}
