/// Hourly values of one item at one point over whole days, held as whole numbers of one scale where they fit.
///
/// Instruments send few decimals, so nearly every series fits and its statistics are integer arithmetic; one that does
/// not fit keeps its decimals and takes the exact path. Results are the same either way.
public struct AirHourSeries: Sendable {
    enum Storage: Sendable {
        /// Values as `digits / 10^scale`; a gap is `AirHourSeries.gap`.
        case scaled([Int32], scale: Int)
        case exact([ExactDecimal?])
    }

    /// What stands for an hour without a value; no value is that low.
    public static let gap = Int32.min
    /// The most decimals held as whole numbers.
    static let largestScale = 4

    let storage: Storage

    /// Takes hours in order; element 0 is 00:00 to 01:00 of the first day, nil is a gap.
    public init(_ hours: [ExactDecimal?]) {
        storage = Self.scaled(hours).map { .scaled($0.digits, scale: $0.scale) } ?? .exact(hours)
    }

    /// Takes hours as whole numbers of a scale, `gap` where there is no value.
    ///
    /// - Throws: `.scaleOutOfRange` for a scale outside 0 … 4.
    public init(digits: [Int32], scale: Int) throws(StandardsError) {
        guard (0...Self.largestScale).contains(scale) else {
            throw StandardsError(.scaleOutOfRange, subject: "scale", value: "\(scale)")
        }
        storage = .scaled(digits, scale: scale)
    }

    /// How many hours there are.
    public var count: Int {
        switch storage {
        case .scaled(let digits, _): digits.count
        case .exact(let hours): hours.count
        }
    }

    /// Whether the values are held as whole numbers.
    public var isScaled: Bool {
        if case .scaled = storage { true } else { false }
    }

    /// The value of an hour, counted from 0; nil is a gap.
    public subscript(hour: Int) -> ExactDecimal? {
        switch storage {
        case .scaled(let digits, let scale):
            digits[hour] == Self.gap
                ? nil
                : ExactDecimal(significand: Int64(digits[hour]), uncheckedScale: UInt8(truncatingIfNeeded: scale))
        case .exact(let hours): hours[hour]
        }
    }

    private static func scaled(_ hours: [ExactDecimal?]) -> (digits: [Int32], scale: Int)? {
        var scale = 0
        for case let hour? in hours where hour.scale > scale {
            guard hour.scale <= largestScale else { return nil }
            scale = hour.scale
        }
        var digits = [Int32](repeating: gap, count: hours.count)
        for (place, hour) in hours.enumerated() {
            guard let hour else { continue }
            let (value, overflow) = hour.significand.multipliedReportingOverflow(
                by: PowerOfTen.int64[scale - hour.scale])
            guard !overflow, let digit = Int32(exactly: value), digit != gap else { return nil }
            digits[place] = digit
        }
        return (digits, scale)
    }
}
