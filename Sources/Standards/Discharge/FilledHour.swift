/// An hour of a quantity after replacement: what it counts with, and where that comes from.
///
/// Replaced values serve the adding up of amounts alone; they are never judged.
public struct FilledHour: Hashable, Sendable {
    /// Where the value of an hour comes from.
    public enum Origin: Hashable, Sendable {
        /// It was measured.
        case measured
        /// The plant stood still.
        case stopped
        /// It was made from other hours.
        case replaced(Replacement)
        /// The rule makes no value, and why.
        case missing(Reason)
    }

    /// How a value was made.
    public struct Replacement: Hashable, Sendable {
        /// The ways of making one.
        public enum Method: Hashable, Sendable {
            /// The largest of the last valid hours before the gap, one of which it is.
            case largest(at: Instant)
            /// The arithmetic mean of the preceding valid period of equal length.
            case precedingMean
            /// The median of the preceding valid period of equal length (pH).
            case precedingMedian
            /// The mean of the hours on both sides of the gap.
            case neighbours
            /// The product of a concentration and a flow of which one at least was replaced.
            case product
        }

        /// The way.
        public let method: Method
        /// The hours it was made from, by their starts, in the order of time.
        public let hours: [Instant]

        /// Names a way and its hours.
        public init(method: Method, hours: [Instant]) {
            self.method = method
            self.hours = hours
        }
    }

    /// Why there is no value.
    public enum Reason: Hashable, Sendable {
        /// The effective rate of the quarter is below the least one (75 %).
        case rateTooLow(Rational)
        /// Nothing says how effective the quarter was.
        case noRate
        /// Fewer valid hours stand before the gap than the rule looks at.
        case tooFewHours(Int, needed: Int)
        /// No period of the gap's length before it is valid throughout.
        case noValidPeriod(hours: Int)
        /// The gap is longer than the rule fills.
        case gapTooLong(Int, limit: Int)
        /// An hour beside the gap is not known.
        case noNeighbour
    }

    /// When it starts.
    public let start: Instant
    /// What it counts with; zero when the plant stood still, nil when nothing is known.
    public let value: Rational?
    /// Where that comes from.
    public let origin: Origin

    init(_ start: Instant, _ value: Rational?, _ origin: Origin) {
        self.start = start
        self.value = value
        self.origin = origin
    }
}
