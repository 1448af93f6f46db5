import BigInt
import Foundation
import Testing

@testable import Standards

/// Natural logarithms between two proved bounds.
struct LogarithmTests {
    @Test
    func `the logarithm of one is exactly nothing`() throws {
        let interval = try LogarithmEnclosure(bits: 64).logarithm(of: 1)
        #expect(interval == .init(low: 0, high: 0))
    }

    @Test
    func `a coarse interval holds a fine one, and both hold the value`() throws {
        var random = SplitMix(seed: 11)
        let coarse = LogarithmEnclosure(bits: 64)
        let fine = LogarithmEnclosure(bits: 200)
        for _ in 0..<200 {
            let value = try Rational(
                numerator: Int.random(in: 1...1_000_000, using: &random),
                denominator: Int.random(in: 1...1_000_000, using: &random))
            let wide = try coarse.logarithm(of: value)
            let narrow = try fine.logarithm(of: value)
            #expect(wide.low << 136 <= narrow.low && narrow.high <= wide.high << 136, "\(value)")
            #expect(narrow.low <= narrow.high)
            #expect(wide.high - wide.low < 1 << 13, "the bounds grew apart")
            let approximate = log(Double(value.numerator) / Double(value.denominator))
            #expect(abs(Double(wide.low) / 18_446_744_073_709_551_616.0 - approximate) < 1e-9)
        }
    }

    @Test
    func `a value and its inverse have opposite logarithms`() throws {
        let enclosure = LogarithmEnclosure(bits: 100)
        for number in [2, 3, 7, 1_000, 999_983] {
            let up = try enclosure.logarithm(of: Rational(number))
            let down = try enclosure.logarithm(of: Rational(numerator: 1, denominator: number))
            #expect(up.low + down.low <= 0 && up.high + down.high >= 0)
        }
    }

    @Test(arguments: [0, -1])
    func `what has no logarithm is refused`(number: Int) {
        #expect(throws: StandardsError.self) { try LogarithmEnclosure(bits: 64).logarithm(of: Rational(number)) }
    }

    /// ln 2 = 0.693147180559945309417232121458…, ln 10 = 2.302585092994045684017991454684…
    @Test
    func `known digits are reproduced, also negative ones`() throws {
        var sum = LogarithmSum(0)
        try sum.add(1, logarithmOf: 2)
        #expect(try sum.rounded(decimals: 18).description == "0.693147180559945309")
        var fall = LogarithmSum(0)
        try fall.add(-1, logarithmOf: 10)
        #expect(try fall.rounded(decimals: 15).description == "-2.302585092994046")
        #expect(try fall.sign(minus: -2) == -1)
        #expect(try fall.sign(minus: -3) == 1)
    }

    @Test
    func `a hair beside a boundary is told apart`() throws {
        // ln(1 + h) is h − h²/2 + …: with the boundary at h the value lies below, at h − h² above.
        let hair = try Rational(1) / Rational(BigInt(10).power(40))
        var sum = LogarithmSum(0)
        try sum.add(1, logarithmOf: 1 + hair)
        #expect(try sum.sign(minus: hair) == -1)
        #expect(try sum.sign(minus: hair - hair * hair) == 1)
        var shifted = LogarithmSum(try Rational(numerator: 1, denominator: 2))
        try shifted.add(1, logarithmOf: 1 + hair)
        #expect(try shifted.rounded(decimals: 0) == 1, "0.5 and a hair goes up; 0.5 itself would go to the even 0")
        #expect(try LogarithmSum(Rational(numerator: 1, denominator: 2)).rounded(decimals: 0) == 0)
    }
}
