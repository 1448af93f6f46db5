/// The verdict on a day of an outlet: one for every item that has a limit of the day.
public struct DischargeDay: Hashable, Sendable {
    /// One item.
    public struct Item: Hashable, Sendable {
        /// The limit that held.
        public let row: DischargeLimits.Row
        /// The mean of the day; nil when the item has none at all.
        public let mean: DischargeMean?
        /// The verdict.
        public let verdict: DischargeVerdict
    }

    /// The items in the order of the standard.
    public let items: [Item]

    /// The items whose mean is beyond its limit; any one makes the day exceeded (GB 18485, 部令第10号).
    public var exceeded: [Item] { items.filter(\.verdict.isExceeded) }
}

extension DischargeLimits.Category {
    /// Judges the means of a day by the limits of the day. Items without a limit take no part.
    public func judgeDay(_ means: [DischargeItem: DischargeMean]) -> DischargeDay {
        let limits = rows.filter { $0.averaging == .day && $0.place == nil }
        return DischargeDay(
            items: limits.map { row in
                let mean = means[row.item]
                return DischargeDay.Item(
                    row: row, mean: mean, verdict: mean?.verdict(against: row.bound) ?? .notJudged(.missing))
            })
    }
}
