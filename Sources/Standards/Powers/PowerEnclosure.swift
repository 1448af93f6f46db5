/// Encloses `10^(−u)` between two fixed-point integers with a given number of binary places.
///
/// Works in `UInt128` with 60 places (largest product: 10 · 2^60 times 2.31 · 2^60, below 2^125) and in `BigUInt` with any
/// number. Every step rounds down, and the bounds below count how much that can lose, in units of the last place.
struct PowerEnclosure<Number: BinaryInteger> {
    private let bits: Int
    private let one: Number
    /// ln 10, rounded down.
    private let logOfTen: Number
    /// ln 10 is less than `logOfTen + logError`.
    private let logError: Number

    init(bits: Int) {
        self.bits = bits
        one = Number(1) << bits
        // ln 10 = 3 ln 2 + ln 5/4 = 6 artanh 1/3 + 2 artanh 1/9.
        let third = PowerEnclosure.artanh(one, inverse: 3)
        let ninth = PowerEnclosure.artanh(one, inverse: 9)
        logOfTen = 6 * third.value + 2 * ninth.value
        logError = 6 * third.error + 2 * ninth.error
    }

    /// `low ≤ 10^(−u) · 2^bits ≤ high` for `u = excess / 10^scale`, not negative.
    func powerOfTen(minus excess: Int128, scale: Int) -> PowerInterval<Number> {
        let unit = PowerOfTen.int128(scale)
        let (whole, fraction) = excess.quotientAndRemainder(dividingBy: unit)
        // 10^(−u) = e^z / 10^(whole + 1) with z = (1 − fraction) ln 10, so 1 < e^z ≤ 10 and all terms are positive.
        let exponent = Number(unit - fraction) * logOfTen / Number(unit)
        var sum: Number = 0
        var term = one
        var count: Number = 0
        while term > 0 {
            sum += term
            count += 1
            term = ((term * exponent) >> bits) / count
        }
        // Each term loses at most 2 places itself and what the one before lost times z/k: never more than 6. The terms
        // left out are below 12 together. z itself is short by at most logError + 1, which e^z ≤ 10 multiplies.
        let error = 6 * count + 12 + 10 * (logError + 1)
        let divisor = PowerEnclosure.powerOfTen(Int(whole) + 1)
        return .init(low: sum / divisor, high: (sum + error) / divisor + 1)
    }

    /// artanh(1/inverse), rounded down: Σ inverse^(−2k−1)/(2k+1). Each term loses less than 3 places, the rest less than 2.
    private static func artanh(_ one: Number, inverse: Number) -> (value: Number, error: Number) {
        var power = one / inverse
        var sum: Number = 0
        var count: Number = 0
        while power > 0 {
            sum += power / (2 * count + 1)
            power /= inverse * inverse
            count += 1
        }
        return (sum, 3 * count + 2)
    }

    /// 10^exponent; exponents are at most `PowerSum.maximumSpread` + 1, and 10^31 is below 2^103.
    private static func powerOfTen(_ exponent: Int) -> Number {
        exponent <= 18
            ? Number(PowerOfTen.int64[exponent]) : Number(PowerOfTen.int64[18]) * powerOfTen(exponent - 18)
    }
}
