package import Catalog
package import Standards

/// By what rules of a day the arrival of a device's data is judged.
package struct CompletenessRules: Sendable {
    /// So many minutes of an hour with data make it a full one (HJ 75-2017: 45); of ten-minute data the like share.
    package let leastMinutes: Int
    /// What 传输率 and 传输有效率 are.
    private let transfer: TransferRateRule

    /// - Throws: `CatalogError` when no rule of 传输有效率 was in force on the day.
    package init(_ catalog: RuleCatalog, on day: CivilDate) throws(CatalogError) {
        let periods = catalog.versions(of: .dischargePeriods).last {
            $0.header.effective.contains(day) && $0.rule.minimumMinutes != nil
        }
        // Where no rule names a number every minute is wanted.
        leastMinutes = periods?.rule.minimumMinutes ?? 60
        transfer = try catalog.rule(.transferRate, on: day)
    }

    /// The share of the effective rate that a source has to reach.
    package var target: Rational { transfer.target }

    /// The rates of some hours: expected are those that were due, received those whose hour data came, valid of them the
    /// full ones.
    ///
    /// - Throws: never in fact; full hours are received and received hours due.
    package func rates(of hours: [HourCompleteness]) throws(StandardsError) -> TransferRates {
        let due = hours.filter(\.isDue)
        return try transfer.rates(
            expected: due.count, received: due.count(where: \.isReceived), valid: due.count { $0.state == .full })
    }
}
