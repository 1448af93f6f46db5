package import Standards

/// What a test saw, with the numbers it compared. The sentence about it is made in `CheckFinding+Words.swift` alone.
package enum CheckFact: Hashable, Sendable {
    /// Above or below a bound of the rule.
    case above(ExactDecimal)
    case below(ExactDecimal)
    /// No common scale holds the number.
    case unfit
    /// Away from the mean of the values before and after it.
    case spike(mean: Rational)
    /// Above or below both neighbours in time; the nearer of the two.
    case peak(nearer: ExactDecimal)
    /// Away from the median of the hours before by more than so many standard deviations.
    case outlier(median: Rational, sigmas: ExactDecimal)
    /// Away from the value before it.
    case jump(from: ExactDecimal)
    /// Away from the value before it, for the time between them.
    case rate(from: ExactDecimal, seconds: Int)
    /// Did not move for so long.
    case flat(seconds: Int)
    /// No value, or no message, for so long.
    case missing(seconds: Int, isSilent: Bool)
    /// The first values after an interruption of so long.
    case restarted(seconds: Int)
    /// Above an item of which it is a part.
    case exceedsWhole(item: String, value: ExactDecimal)
    /// Dissolved oxygen above so large a share of the saturation at a temperature.
    case oversaturated(temperature: ExactDecimal, saturation: Rational)
    /// The ratio to another item is outside the bounds.
    case ratio(item: String, value: ExactDecimal, isHigh: Bool)
    /// Parts do not add up to the whole.
    case sum(parts: Rational)
    /// Far from the median of the neighbours.
    case farAbove(median: Rational)
    case farBelow(median: Rational)
    /// Far from the station beside it.
    case apart(station: String, value: ExactDecimal)
    /// A check of zero or span found a drift.
    case drifted(CheckDrift.Kind, error: ExactDecimal)
    /// The device says that the value is none; the flag's name in its edition.
    case flagged(String, name: String, hintsAtExceedance: Bool)
    /// A flag that the edition does not have.
    case unknownFlag(String)
    /// Marked by the enterprise or its operator as maintenance or as a device that is not normal.
    case marked(CheckMark.Kind)
    /// Marked after the deadline: it does not count.
    case markedLate(deadline: Instant)
    /// An event that the industry may not mark.
    case unknownEvent(String)
    /// An event that lasts longer than the rule lets data be left out.
    case overlong(String, allowedHours: Int)
    /// Moves less than a device ever does.
    case steady(mean: Rational)
    /// Repeats itself.
    case periodic(lagSeconds: Int)
    /// The same values as an earlier run (nil) or as another station's.
    case copied(station: String?, from: Instant)

    /// What the value is held against, in its own unit; nil where there is no such number.
    package var reference: Rational? {
        switch self {
        case .above(let bound), .below(let bound): bound.rational
        case .spike(let mean), .steady(let mean): mean
        case .peak(let value), .jump(let value), .rate(let value, _): value.rational
        case .exceedsWhole(_, let value), .ratio(_, let value, _), .apart(_, let value): value.rational
        case .outlier(let median, _), .farAbove(let median), .farBelow(let median): median
        case .oversaturated(_, let saturation): saturation
        case .sum(let parts): parts
        case .unfit, .flat, .missing, .restarted, .drifted, .flagged, .unknownFlag, .marked, .markedLate,
            .unknownEvent, .overlong, .periodic, .copied:
            nil
        }
    }

    /// Items beside the one that was tested.
    package var otherItem: String? {
        switch self {
        case .exceedsWhole(let item, _), .ratio(let item, _, _): item
        default: nil
        }
    }
}
