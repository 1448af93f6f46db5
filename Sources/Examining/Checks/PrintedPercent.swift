import Standards

/// A percentage as printed, and which whole numbers it can come from.
struct PrintedPercent {
    /// 69.1 → 691.
    let units: Int
    let decimals: Int

    init(units: Int, decimals: Int) {
        self.units = units
        self.decimals = decimals
    }

    init?(_ token: NumberToken) {
        guard token.isPercent, !token.isMasked, token.decimals <= 4, token.printed < 10_000_000 else { return nil }
        units = token.printed
        decimals = token.decimals
    }

    /// How a quotient compares with what is printed.
    enum Agreement { case rounded, truncated, none }

    private var scale: Int { (0..<decimals).reduce(100) { result, _ in result * 10 } }

    /// Halves may go up or to the even digit; cutting digits off is told apart.
    func agreement(part: Int, whole: Int) -> Agreement {
        guard whole > 0, part >= 0, part < 1_000_000_000, whole < 1_000_000_000 else { return .none }
        let (quotient, rest) = (part * scale).quotientAndRemainder(dividingBy: whole)
        if 2 * rest > whole { return units == quotient + 1 ? .rounded : units == quotient ? .truncated : .none }
        if 2 * rest == whole { return units == quotient || units == quotient + 1 ? .rounded : .none }
        return units == quotient ? .rounded : .none
    }

    /// A whole number that gives the percentage with a denominator, if there is one.
    func part(of whole: Int) -> Int? {
        guard whole > 0, whole < 1_000_000_000 else { return nil }
        let guess = units * whole / scale
        return (max(0, guess - 1)...(guess + 2)).first { agreement(part: $0, whole: whole) == .rounded }
    }

    /// The quotient with the printed decimals.
    func quotient(part: Int, whole: Int) -> String {
        guard let ratio = try? Rational(numerator: part * 100, denominator: whole),
            let rounded = try? ratio.rounded(decimals: decimals)
        else { return "—" }
        return "\(rounded)%"
    }
}
