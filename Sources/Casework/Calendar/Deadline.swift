package import Standards

/// The last day of a period, and how it came out. Always computed, never stored.
package struct Deadline: Hashable, Sendable {
    /// The last day on which the act is in time. Where the roll is unknown, the later of both days.
    package let day: CivilDate
    /// The earliest that the last day may turn out to be, which is what warnings go by: before `day` where the roll is unknown or
    /// where make-up workdays of a year without notice could bring the end forward.
    package let earliest: CivilDate
    /// The days off passed over, in order.
    package let skipped: [CivilDate]
    /// Years without a notice on which the result depends.
    package let unnoticedYears: [Int]
    /// The moment at which a period of hours ends; nil for every other.
    package let moment: Instant?
    /// How long the period is, with its extensions.
    package let length: PeriodLength
    /// The day from which it was counted, itself not counted.
    package let from: CivilDate
    /// What a day off at its end does.
    package let roll: Roll

    /// Whether it may change when a notice is entered; such a day is never shown or printed as final.
    package var isProvisional: Bool { !unnoticedYears.isEmpty }

    /// Whether the law leaves open which of two days is the last.
    package var isOpen: Bool { roll == .unknown && earliest < day }

    /// `暂定（2027年节假日安排未录入）`; nil for a final one.
    package var provisionalNote: String? {
        guard isProvisional else { return nil }
        return "暂定（\(unnoticedYears.map(String.init).joined(separator: "、"))年节假日安排未录入）"
    }
}
