/// A column of breakpoints made ready for the hot path.
///
/// The IAQI is the ceiling of an exact fraction. Dividing first, in binary or decimal, would turn PM2.5 = 35 from 50
/// into 51; here the product is formed first and one integer division rounds up. The answers for concentrations as they
/// are published (whole µg/m³, CO in tenths of a mg/m³) are computed once and looked up.
///
/// Not copyable, because copying tables would cost more than judging.
struct AirIndexTable: ~Copyable, Sendable {
    /// Between two knots: `index = ceil(span · (x − lower) / (upper − lower)) + base`.
    struct Segment: Sendable {
        let lower: Int64
        let upper: Int64
        let span: Int64
        let base: Int64
    }

    /// What became of a concentration.
    enum Outcome {
        case index(Int16)
        /// Above the last knot and counted as a fixed index.
        case beyond(Int16)
        case notComputed
        case negative
    }

    /// Knots are held in units of 10⁻⁴.
    private static let knotScale = 4
    /// A column reaching no higher than this (CO: 150) is published with one decimal.
    private static let highestWithOneDecimal: Int64 = 200

    private let segments: [Segment]
    /// The IAQI of every published concentration up to the last knot.
    private let published: [Int16]
    /// Decimals of published concentrations.
    private let publishedScale: Int
    /// Index above the last knot; below zero where none is computed.
    private let beyondIndex: Int16
    /// Decimals to which the concentration is rounded first; below zero where it is not.
    private let inputDecimals: Int

    /// Checks and converts a column.
    ///
    /// - Throws: `.invalidRule` for a table that does not begin at 0 → 0, does not rise, or is too fine.
    init(_ breakpoints: AirBreakpoints, inputDecimals: Int?, subject: String) throws(StandardsError) {
        let knots = breakpoints.knots
        let decimals = inputDecimals ?? -1
        guard knots.count >= 2, knots[0].index == 0, knots[0].concentration.isZero, decimals <= AirIndexTable.knotScale
        else { throw StandardsError(.invalidRule, subject: subject) }
        let beyond: Int16
        switch breakpoints.beyond {
        case .countedAs(let index) where (1...1000).contains(index): beyond = Int16(index)
        case .notComputed: beyond = -1
        case .countedAs: throw StandardsError(.invalidRule, subject: subject)
        }
        var segments: [Segment] = []
        for (lower, upper) in zip(knots, knots.dropFirst()) {
            segments.append(try AirIndexTable.segment(lower, upper, subject: subject))
        }
        let highest = segments[segments.count - 1].upper / PowerOfTen.int64[AirIndexTable.knotScale]
        let scale = highest <= AirIndexTable.highestWithOneDecimal ? 1 : 0
        published = AirIndexTable.published(segments, last: highest * PowerOfTen.int64[scale], scale: scale)
        publishedScale = scale
        self.segments = segments
        beyondIndex = beyond
        self.inputDecimals = decimals
    }

    /// The IAQI of a concentration.
    @inline(__always)
    func outcome(of value: ExactDecimal) -> Outcome {
        var digits = value.significand
        var scale = value.scale
        if inputDecimals >= 0, scale > inputDecimals {
            digits = ExactDecimal.halfEven(digits, dropping: scale - inputDecimals)
            scale = inputDecimals
        }
        if digits < 0 { return .negative }
        if scale < publishedScale, digits < 1 << 48 {
            digits &*= 10
            scale = publishedScale
        }
        if scale == publishedScale, digits < published.count { return .index(published[Int(digits)]) }
        return unpublishedOutcome(digits, scale: scale)
    }

    /// The IAQI of a concentration that is finer or higher than published ones.
    @inline(never)
    private func unpublishedOutcome(_ digits: Int64, scale: Int) -> Outcome {
        if let index = AirIndexTable.index(digits, scale: scale, in: segments) { return .index(index) }
        return beyondIndex < 0 ? .notComputed : .beyond(beyondIndex)
    }

    /// The IAQI of `digits / 10^scale`, not negative; nil above the last knot.
    private static func index(_ digits: Int64, scale: Int, in segments: [Segment]) -> Int16? {
        // Both sides at scale + 4. Largest product: a knot below 2^30, times 10^18, times an index below 2^10.
        let value = Int128(digits) * PowerOfTen.int128(knotScale)
        let unit = PowerOfTen.int128(scale)
        guard let segment = segments.first(where: { value <= Int128($0.upper) * unit }) else { return nil }
        let width = Int128(segment.upper - segment.lower) * unit
        let rise = Int128(segment.span) * (value - Int128(segment.lower) * unit)
        return Int16((rise + width - 1) / width + Int128(segment.base))
    }

    /// The IAQI of 0 … `last` units of `10^(−scale)`; below 2^30 times an index below 2^10, so 64 bits hold every product.
    private static func published(_ segments: [Segment], last: Int64, scale: Int) -> [Int16] {
        var table: [Int16] = []
        table.reserveCapacity(Int(last) + 1)
        let unit = PowerOfTen.int64[knotScale - scale]
        var segment = segments[0]
        var position = 0
        var digits: Int64 = 0
        while digits <= last {
            let value = digits * unit
            while value > segment.upper {
                position += 1
                segment = segments[position]
            }
            let width = segment.upper - segment.lower
            table.append(Int16((segment.span * (value - segment.lower) + width - 1) / width + segment.base))
            digits += 1
        }
        return table
    }

    /// The segment between two knots, which must rise.
    private static func segment(
        _ lower: AirBreakpoints.Knot, _ upper: AirBreakpoints.Knot, subject: String
    ) throws(StandardsError) -> Segment {
        let segment = Segment(
            lower: try fixed(lower, subject: subject), upper: try fixed(upper, subject: subject),
            span: Int64(upper.index) - Int64(lower.index), base: Int64(lower.index))
        guard segment.upper > segment.lower, segment.span > 0, upper.index <= 1000 else {
            throw StandardsError(.invalidRule, subject: subject, value: upper.concentration.description)
        }
        return segment
    }

    /// A breakpoint in units of 10⁻⁴, at most 100,000 so that the table of published values stays small.
    private static func fixed(_ knot: AirBreakpoints.Knot, subject: String) throws(StandardsError) -> Int64 {
        let value = knot.concentration.normalized
        guard value.scale <= knotScale, value >= .zero, value <= ExactDecimal(100_000) else {
            throw StandardsError(.invalidRule, subject: subject, value: knot.concentration.description)
        }
        return value.significand * PowerOfTen.int64[knotScale - value.scale]
    }
}
