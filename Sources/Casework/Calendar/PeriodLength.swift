/// How long a period is: a number and what it counts.
package struct PeriodLength: Hashable, Codable, Sendable {
    /// The most that any period of law has: ten years of days.
    package static let amounts = 1...3_660

    /// At least 1.
    package let amount: Int
    /// In what it is counted.
    package let unit: PeriodUnit

    /// Makes a length.
    package init(_ amount: Int, _ unit: PeriodUnit) {
        self.amount = amount
        self.unit = unit
    }

    /// `5个工作日`, `90日`, `3个月`.
    package var title: String { "\(amount)\(unit.title)" }
}
