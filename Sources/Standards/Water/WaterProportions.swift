/// How the sections of a river, basin or area are spread over the classes.
public struct WaterProportions: Hashable, Sendable {
    /// How many sections have each class, Ⅰ … 劣Ⅴ.
    public let counts: [Int]
    /// How many sections have a class.
    public let total: Int

    /// Counts the classes of sections with valid data; sections that were dry or not measured are left out before.
    ///
    /// - Throws: `.noValues` for no section at all.
    public init(_ classes: some Sequence<WaterClass>) throws(StandardsError) {
        var counts = Array(repeating: 0, count: WaterClass.allCases.count)
        for waterClass in classes { counts[waterClass.rawValue - 1] += 1 }
        let total = counts.reduce(0, +)
        guard total > 0 else { throw StandardsError(.noValues, subject: "sections") }
        self.counts = counts
        self.total = total
    }

    /// The exact share of sections with a class.
    public func share(of waterClass: WaterClass) -> Rational { share(counts[waterClass.rawValue - 1]) }

    /// 优良比例: the exact share of sections of class Ⅰ to Ⅲ.
    public var goodShare: Rational { share(counts.prefix(WaterClass.three.rawValue).reduce(0, +)) }

    /// 劣Ⅴ比例: the exact share of sections worse than Ⅴ.
    public var inferiorShare: Rational { share(of: .worseThanFive) }

    private func share(_ count: Int) -> Rational {
        // Safe: there is at least one section.
        (try? Rational(numerator: count, denominator: total)) ?? .zero
    }
}
