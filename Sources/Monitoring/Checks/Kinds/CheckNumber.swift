import Standards

/// Exact numbers of findings. Made only for what is found, so that their cost does not matter.
enum CheckNumber {
    static let half = Rational(ExactDecimal(significand: 5, scale: 1) ?? .zero)

    /// `digits / 10^scale`.
    static func rational(_ digits: some BinaryInteger, scale: Int) -> Rational {
        (try? Rational(digits) / Rational(CheckBound.powers[scale])) ?? .zero
    }

    /// The mean of so many values with a sum of `digits / 10^scale`; zero of none.
    static func mean(_ digits: Int128, of count: Int, scale: Int) -> Rational {
        (try? rational(digits, scale: scale) / Rational(count)) ?? .zero
    }

    /// Whether `left * a > right * b`, exact whatever the size.
    static func isGreater(_ left: Int128, _ a: Int128, than right: Int128, _ b: Int128) -> Bool {
        let (first, isFirstCut) = left.multipliedReportingOverflow(by: a)
        let (second, isSecondCut) = right.multipliedReportingOverflow(by: b)
        if !isFirstCut, !isSecondCut { return first > second }
        return Rational(left) * Rational(a) > Rational(right) * Rational(b)
    }
}

extension CheckSeries {
    /// The value at a place that has a valid one, as sent.
    func decimal(_ index: Int) -> ExactDecimal { points[index].value ?? .zero }

    /// The first place from one on with a value that moves; the place itself where none has.
    func firstValue(from index: Int) -> Int {
        var place = index
        while place < count, moving[place] == Self.missing { place += 1 }
        return place < count ? place : index
    }
}
