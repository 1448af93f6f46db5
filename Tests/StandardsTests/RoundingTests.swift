import Standards
import Testing

/// GB/T 8170-2008, half to even.
struct RoundingTests {
    @Test(arguments: [
        ("0.15", 1, "0.2"), ("0.25", 1, "0.2"), ("0.35", 1, "0.4"), ("2.5", 0, "2"), ("3.5", 0, "4"),
        ("12.345", 2, "12.34"), ("12.355", 2, "12.36"), ("12.3451", 2, "12.35"), ("-0.25", 1, "-0.2"),
        ("-0.35", 1, "-0.4"), ("7", 2, "7.00"), ("0.5", 0, "0"), ("1.5", 0, "2"), ("0.05", 0, "0"),
        ("9.995", 2, "10.00"), ("9223372036854775807", 0, "9223372036854775807"), ("-9.2233720368547758", 0, "-9"),
    ])
    func `half is rounded to the even digit`(text: String, decimals: Int, expected: String) throws {
        let value = try #require(ExactDecimal(text))
        #expect(try value.rounded(decimals: decimals).description == expected)
        #expect(try value.rational.rounded(decimals: decimals).description == expected)
    }

    /// Exact ties in values of the national surface-water platform, raw and displayed (2020-05 … 2021-04).
    @Test(arguments: [
        (2, "7.425 7.42 8.665 8.66 8.525 8.52 8.925 8.92 7.605 7.60 7.585 7.58"),
        (2, "5.325 5.32 5.805 5.80 4.245 4.24 6.285 6.28 4.845 4.84 7.065 7.06"),
        (2, "1.825 1.82 1.925 1.92 9.525 9.52 3.685 3.68 6.505 6.50 11.425 11.42"),
        (3, "0.1545 0.154 0.1985 0.198 0.0065 0.006 0.1165 0.116 0.1225 0.122 0.2005 0.200"),
        (3, "0.0865 0.086 0.0125 0.012 0.0465 0.046 0.0925 0.092 0.1625 0.162 0.0965 0.096"),
        (2, "2.625 2.62 1.625 1.62 1.465 1.46 3.905 3.90 1.725 1.72 4.205 4.20"),
        (1, "407.85 407.8 26920.25 26920.2 242.65 242.6 1059.05 1059.0 42949.65 42949.6 194.05 194.0"),
        (1, "390.45 390.4 243.45 243.4 156.05 156.0 79.45 79.4 59.05 59.0 10.45 10.4"),
        (1, "26.25 26.2 26.85 26.8 24.05 24.0 32.25 32.2 30.45 30.4 19.85 19.8"), (3, "0.0065 0.006 0.0045 0.004"),
    ])
    func `ties in national data are displayed half to even`(decimals: Int, pairs: String) throws {
        let values = pairs.split(separator: " ")
        for position in stride(from: 0, to: values.count, by: 2) {
            let raw = try #require(ExactDecimal(values[position]))
            #expect(try raw.rounded(decimals: decimals).description == values[position + 1])
        }
    }

    /// 环办监测函〔2020〕82号; the first seven rows are all such values found in a year of national data.
    @Test(arguments: [
        ("0.0001", 3, "0.0001"), ("0.00036", 3, "0.0004"), ("0.00011", 3, "0.0001"), ("0.0002363", 3, "0.0002"),
        ("0.00028", 3, "0.0003"), ("0.00427", 2, "0.004"), ("0.0025", 2, "0.002"), ("0.00005", 3, "0.00005"),
        ("0.0034", 3, "0.003"), ("0.0035", 3, "0.004"), ("0.0045", 3, "0.004"), ("0", 3, "0.000"),
        ("-0.00036", 3, "-0.0004"), ("0.00496", 2, "0.005"), ("0.00097", 2, "0.001"), ("0.04", 0, "0.04"),
        ("0.5", 0, "0.5"),
    ])
    func `a value that would become zero keeps one digit`(text: String, decimals: Int, expected: String) throws {
        let value = try #require(ExactDecimal(text))
        #expect(try value.rounded(decimals: decimals, keepingOneDigit: true).description == expected)
        #expect(try value.rational.rounded(decimals: decimals, keepingOneDigit: true).description == expected)
    }

    @Test
    func `rounding equals an independent formulation in exact fractions`() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<3_000 {
            let value = ExactDecimal.random(using: &random)
            let decimals = Int.random(in: 0...value.scale, using: &random)
            let rounded = try value.rounded(decimals: decimals)
            // Nearest first; among two nearest the one whose last digit is even.
            let unit = try Rational(1) / Rational(numerator: power(decimals), denominator: 1)
            let distance = (rounded.rational - value.rational).magnitude
            #expect(distance * 2 <= unit)
            if distance * 2 == unit { #expect(rounded.significand.isMultiple(of: 2)) }
            #expect(rounded.scale == decimals)
            #expect(try value.rational.rounded(decimals: decimals) == rounded)
        }
    }

    @Test
    func `rounding twice to the same decimals changes nothing`() throws {
        var random = SplitMix(seed: 4)
        for _ in 0..<1_000 {
            let value = ExactDecimal.random(using: &random)
            let once = try value.rounded(decimals: min(value.scale, 2))
            #expect(try once.rounded(decimals: min(value.scale, 2)) == once)
        }
    }

    @Test
    func `rounding is odd and keeps order`() throws {
        for digits in Int64(-1_000)...1_000 {
            let value = try #require(ExactDecimal(significand: digits, scale: 2))
            let next = try #require(ExactDecimal(significand: digits + 1, scale: 2))
            let opposite = try #require(ExactDecimal(significand: -digits, scale: 2))
            #expect(try value.rounded(decimals: 1) <= next.rounded(decimals: 1))
            #expect(try value.rounded(decimals: 1).significand == -opposite.rounded(decimals: 1).significand)
        }
    }

    private func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { product, _ in product * 10 } }
}
