package import Registry
package import Standards

/// A lead: an outlet's day on which its own monitor reports values that break a limit. It proves nothing yet.
package struct OutletLead: Sendable {
    package let outlet: RegisteredObject
    package let date: CivilDate
    /// Each limit broken, with the day's hours.
    package let items: [Item]

    /// One limit and the hours of the day.
    package struct Item: Sendable {
        package let limit: OutletLimit
        /// The hours for which anything arrived, in order.
        package let hours: [OutletHour]

        /// The hours that break the limit.
        package var hoursOver: [OutletHour] { hours.filter(\.isOver) }

        /// The largest multiple over the limit, exact; nil where there is none.
        package var largestMultiple: Rational? {
            hoursOver.compactMap { $0.judged?.value.flatMap { limit.multiple(of: $0) } }.max()
        }

        /// The most extreme value: the largest, or for a lower bound alone the smallest.
        package var extreme: ExactDecimal? {
            let values = hoursOver.compactMap { $0.judged?.value }
            return values.filter { $0 > limit.limit }.max() ?? values.min()
        }
    }

    /// Number of hours in which any limit is broken.
    package var hourCount: Int { Set(items.flatMap { $0.hoursOver.map(\.start) }).count }

    /// The stretch of hours from the first to the last that breaks a limit, by their ends.
    package var hours: ClosedRange<Int>? {
        let numbers = items.flatMap { $0.hoursOver.map(\.number) }
        guard let first = numbers.min(), let last = numbers.max() else { return nil }
        return first...last
    }
}
