/// How hours of an outlet become means of days and months, and how many are needed (HJ 75/76-2017, HJ 355/356-2019).
public struct DischargePeriodRule: Hashable, Sendable {
    /// Id of the rule, for example `HJ75-2017`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// What is discharged: gas by the plain mean, water weighted by flow.
    public let medium: DischargeMedium
    /// Valid minutes an hour needs (45); nil where the rule names no number.
    public let minimumMinutes: Int?
    /// Valid hours a day needs (20); nil where the rule names no number.
    public let minimumHours: Int?
    /// Valid days a month other than February needs (25); nil where the rule names no number.
    public let monthDays: Int?
    /// Valid days February needs (23).
    public let februaryDays: Int?
    /// Hours a day marked for the check with a standard sample that count as valid (1); zero where there is no such rule.
    public let checkHoursPerDay: Int

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for counts that no hour, day or month can meet.
    public init(
        id: String, title: String, medium: DischargeMedium, minimumMinutes: Int?, minimumHours: Int?,
        monthDays: Int?, februaryDays: Int?, checkHoursPerDay: Int
    ) throws(StandardsError) {
        guard (1...60).contains(minimumMinutes ?? 1), (1...24).contains(minimumHours ?? 1),
            (1...31).contains(monthDays ?? 1), (1...29).contains(februaryDays ?? 1), (0...24).contains(checkHoursPerDay)
        else { throw StandardsError(.invalidRule, subject: id) }
        self.id = id
        self.title = title
        self.medium = medium
        self.minimumMinutes = minimumMinutes
        self.minimumHours = minimumHours
        self.monthDays = monthDays
        self.februaryDays = februaryDays
        self.checkHoursPerDay = checkHoursPerDay
    }

    /// Whether an hour with so many valid minutes is valid.
    public func isValidHour(minutes: Int) -> Bool { minutes >= minimumMinutes ?? 1 }

    /// The hours of a day that count as valid: those measured, and those marked for the standard sample up to the number
    /// given, so that 23 of 24 are still full.
    public func creditedHours(valid: Int, markedForCheck: Int) -> Int {
        min(24, valid + min(markedForCheck, checkHoursPerDay))
    }
}
