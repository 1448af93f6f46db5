import BigInt

/// Encloses natural logarithms between two fixed-point integers with a given number of binary places.
///
/// `x = 2^k · m` with `1 ≤ m < 2`, and `ln x = k ln 2 + 2 artanh((m − 1)/(m + 1))`. Every step of the lower bound rounds
/// down and every step of the upper bound rounds up, so the enclosure holds without any estimate of the error.
struct LogarithmEnclosure {
    /// `low ≤ value · 2^bits ≤ high`.
    struct Interval: Equatable {
        var low: BigInt
        var high: BigInt
    }

    let bits: Int
    private let logOfTwo: Interval

    init(bits: Int) {
        self.bits = bits
        let third = LogarithmEnclosure.artanh(1, over: 3, bits: bits)
        logOfTwo = Interval(low: third.low * 2, high: third.high * 2)
    }

    /// Encloses `ln(value)`; exact for 1.
    ///
    /// - Throws: `.valueOutOfRange` for a value that is not above zero.
    func logarithm(of value: Rational) throws(StandardsError) -> Interval {
        guard value > 0 else {
            throw StandardsError(.valueOutOfRange, subject: "logarithm", value: value.description)
        }
        var upper = value.numerator.magnitude
        var lower = value.denominator.magnitude
        // Bring the fraction into 1 ..< 2 by shifting.
        var exponent = upper.bitWidth - lower.bitWidth
        if exponent > 0 { lower <<= exponent } else { upper <<= -exponent }
        if upper < lower {
            upper <<= 1
            exponent -= 1
        }
        let scale = BigInt(exponent)
        let shift =
            exponent < 0
            ? Interval(low: scale * logOfTwo.high, high: scale * logOfTwo.low)
            : Interval(low: scale * logOfTwo.low, high: scale * logOfTwo.high)
        guard upper > lower else { return shift }
        let mantissa = LogarithmEnclosure.artanh(BigInt(upper - lower), over: BigInt(upper + lower), bits: bits)
        return Interval(low: shift.low + mantissa.low * 2, high: shift.high + mantissa.high * 2)
    }

    /// Encloses `artanh(z) = Σ z^(2n+1)/(2n+1)` for a fraction `0 < z ≤ 1/3`.
    private static func artanh(_ numerator: BigInt, over denominator: BigInt, bits: Int) -> Interval {
        let below = (numerator << bits) / denominator
        return Interval(low: lowerSum(below, bits: bits), high: upperSum(below + 1, bits: bits))
    }

    private static func lowerSum(_ first: BigInt, bits: Int) -> BigInt {
        let square = (first * first) >> bits
        var power = first
        var sum: BigInt = 0
        var divisor: BigInt = 1
        while power > 0 {
            sum += power / divisor
            power = (power * square) >> bits
            divisor += 2
        }
        return sum
    }

    private static func upperSum(_ first: BigInt, bits: Int) -> BigInt {
        let square = ((first * first) >> bits) + 1
        var power = first
        var sum: BigInt = 0
        var divisor: BigInt = 1
        // A power falls to 2 or below: the next one is at most a ninth of it, rounded up.
        while power > 2 {
            sum += power / divisor + 1
            power = ((power * square) >> bits) + 1
            divisor += 2
        }
        // The terms left out are at most 2 · (1 + 1/9 + 1/81 + …) together, which is below 3.
        return sum + 3
    }
}
