/// Something a reader of an AQI must know; the Chinese sentence is written where it is shown.
public enum AirIndexNote: Hashable, Sendable {
    /// Items are missing and the rule does not let the AQI be published.
    case withheldForMissing(AirItemSet)
    /// Items are missing; the AQI is published from the others as the rule allows.
    case publishedWithout(AirItemSet)
    /// The national feed leaves this item blank although it was measured; not treated as a gap.
    case blankInFeed(AirItem)
    /// The concentration is above the last breakpoint; the IAQI is counted as its highest value.
    case aboveTable(AirItem)
    /// The concentration is above the last breakpoint and this average yields no IAQI under the standard of the day.
    case notComputedFrom(AirItem)
    /// A negative concentration is no measurement; the item is treated as missing.
    case negative(AirItem)
    /// The computed AQI 0 is shown as the smallest AQI of the standard.
    case raisedToMinimum
}
