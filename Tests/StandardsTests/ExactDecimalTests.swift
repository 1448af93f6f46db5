import Standards
import Testing

struct ExactDecimalTests {
    @Test(arguments: [
        ("1.00", 100, 2), ("-0.5", -5, 1), (".5", 5, 1), ("5.", 5, 0), ("+7", 7, 0), ("1e5", 100_000, 0),
        ("1.5E-3", 15, 4), ("2.50e+1", 250, 1), ("00.10", 10, 2), ("0", 0, 0), ("-0", 0, 0), ("0e9", 0, 0),
        ("9223372036854775807", Int64.max, 0), ("-9223372036854775808", Int64.min, 0),
        ("0.000000000000000001", 1, 18),
    ])
    func `a number is read digit for digit`(text: String, significand: Int64, scale: Int) throws {
        let value = try #require(ExactDecimal(text))
        #expect(value.significand == significand)
        #expect(value.scale == scale)
        #expect(ExactDecimal(utf8: Array(text.utf8)) == value)
        #expect(ExactDecimal(text[...]) == value)
    }

    @Test(arguments: [
        "", " ", "-", ".", "+.", "1e", "1e+", "e5", "1.2.3", "1,5", " 1", "1 ", "nan", "inf", "0x1", "１", "1_0", "--1",
        "1e2.5", "1-", "9223372036854775808", "-9223372036854775809", "0.0000000000000000001", "1e19",
        "1e99999999999999999999", "99999999999999999999", "1e-19",
    ])
    func `what is no number that fits is refused`(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(arguments: [
        ("1.00", "1.00"), ("-0.50", "-0.50"), (".5", "0.5"), ("1e5", "100000"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("0.001", "0.001"), ("-0.001", "-0.001"), ("12", "12"), ("0.00", "0.00"),
    ])
    func `a number is printed as it was sent`(text: String, printed: String) throws {
        let value = try #require(ExactDecimal(text))
        #expect(value.description == printed)
        #expect(ExactDecimal(value.description) == value)
    }

    @Test
    func `bytes of a raw buffer are read in place`() {
        let bytes: [UInt8] = Array("So2-Rtd=12.50,".utf8)
        bytes.withUnsafeBytes { buffer in
            #expect(ExactDecimal(utf8: buffer[8..<13]) == "12.5")
        }
    }

    @Test
    func `trailing zeros do not take part in comparison or hashing`() {
        #expect(decimal("1.0") == "1.00")
        #expect(Set<ExactDecimal>(["1", "1.0", "1.000", "100e-2"]).count == 1)
        #expect(Set<ExactDecimal>(["0", "0.00", "-0"]).count == 1)
        #expect(decimal("0.9") < decimal("0.91"))
        #expect(decimal("-1.01") < decimal("-1.0"))
        #expect(decimal("9223372036854775807") > decimal("9.223372036854775807"))
        #expect(decimal("-9223372036854775808") < decimal("0.000000000000000001"))
    }

    private func decimal(_ value: ExactDecimal) -> ExactDecimal { value }

    @Test
    func `order agrees with exact fractions for random pairs`() {
        var random = SplitMix(seed: 1)
        for _ in 0..<2_000 {
            let left = ExactDecimal.random(using: &random)
            let right = ExactDecimal.random(using: &random)
            #expect((left < right) == (left.rational < right.rational))
            #expect((left == right) == (left.rational == right.rational))
        }
    }

    @Test
    func `sums, differences and products are exact`() throws {
        let one: ExactDecimal = 1
        let tenth: ExactDecimal = "0.1"
        let half: ExactDecimal = "0.5"
        let factor: ExactDecimal = "12.5"
        #expect(try tenth + "0.2" == "0.3")
        #expect(try tenth + "0.2" + "0.70" == 1)
        #expect(try one - "1.001" == "-0.001")
        #expect(try (half * "1.20").description == "0.600")
        #expect(try factor.multiplied(byPowerOfTen: 3).description == "12500")
        #expect(try factor.multiplied(byPowerOfTen: -3).description == "0.0125")
        #expect(try ExactDecimal.zero.multiplied(byPowerOfTen: 60) == 0)
    }

    @Test
    func `arithmetic agrees with exact fractions for random pairs`() throws {
        var random = SplitMix(seed: 2)
        for _ in 0..<2_000 {
            let left = ExactDecimal.random(using: &random)
            let right = ExactDecimal.random(using: &random)
            if let sum = try? left + right { #expect(sum.rational == left.rational + right.rational) }
            if let difference = try? left - right { #expect(difference.rational == left.rational - right.rational) }
            if let product = try? left * right { #expect(product.rational == left.rational * right.rational) }
        }
    }

    @Test
    func `what does not fit throws and never traps`() {
        let largest = ExactDecimal(Int.max)
        let smallest = ExactDecimal(Int.min)
        let tiny: ExactDecimal = "0.0000000003"
        #expect(throws: StandardsError(.overflow, value: "9223372036854775808e-0")) { try largest + 1 }
        #expect(throws: StandardsError.self) { try smallest - 1 }
        #expect(throws: StandardsError.self) { try smallest * smallest }
        #expect(throws: StandardsError.self) { try tiny * tiny }
        #expect(throws: StandardsError.self) { try largest.multiplied(byPowerOfTen: 1) }
        #expect(throws: StandardsError.self) { try largest.multiplied(byPowerOfTen: Int.max) }
        #expect(throws: StandardsError.self) { try largest.multiplied(byPowerOfTen: Int.min) }
        #expect(throws: StandardsError.self) { try largest.rounded(decimals: 1) }
        #expect(throws: StandardsError.self) { try largest.rounded(decimals: -1) }
        #expect(throws: StandardsError.self) { try largest.rounded(decimals: 19) }
    }

    @Test
    func `a decimal travels as text`() throws {
        let value: ExactDecimal = "-12.50"
        let copy = try #require(ExactDecimal(value.description))
        #expect(copy.scale == 2)
        #expect(copy == value)
    }
}

extension ExactDecimal {
    /// Any significand length and scale, with many short numbers and ties among them.
    static func random(using random: inout SplitMix) -> ExactDecimal {
        let digits = Int64.random(in: Int64.min...Int64.max, using: &random) >> Int64.random(in: 0...63, using: &random)
        return ExactDecimal(significand: digits, scale: Int.random(in: 0...18, using: &random)) ?? .zero
    }
}
