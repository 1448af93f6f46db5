/// Which items a table lists as primary pollutants.
package enum AirPrimaryStyle: String, CaseIterable, Hashable, Sendable {
    /// Those with the largest IAQI (HJ 633).
    case max
    /// All with an IAQI above 50, largest first: the local style of some provinces.
    case above50
}
