package import Standards

/// Square roots of exact fractions, rounded once.
package enum SquareRoot {
    /// The root of a fraction that is not negative, with so many decimals; a tie goes to the even digit.
    ///
    /// - Throws: `.valueOutOfRange` for a negative fraction, `.overflow` where the square at this scale exceeds 2^62.
    package static func rounded(_ square: Rational, decimals: Int) throws(StandardsError) -> ExactDecimal {
        guard !square.isNegative else {
            throw StandardsError(.valueOutOfRange, subject: "square", value: square.description)
        }
        var scaled = square
        for _ in 0..<(2 * decimals) { scaled *= 10 }
        let whole = try scaled.floor
        guard whole < 1 << 62 else { throw StandardsError(.overflow, subject: "square", value: square.description) }
        let root = floorRoot(whole)
        // Half a unit above the floor: (root + 1/2)² = (4·root² + 4·root + 1) / 4.
        let odd = 2 * Rational(root) + 1
        let (half, four) = (odd * odd, 4 * scaled)
        let isUp = four > half || (four == half && !root.isMultiple(of: 2))
        guard let result = ExactDecimal(significand: Int64(isUp ? root + 1 : root), scale: decimals) else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        return result
    }

    /// The largest whole number whose square is not above another.
    private static func floorRoot(_ number: Int) -> Int {
        // Floating point only guesses; the comparisons below decide.
        var root = Int(Double(number).squareRoot())
        while root * root > number { root -= 1 }
        while (root + 1) * (root + 1) <= number { root += 1 }
        return root
    }
}
