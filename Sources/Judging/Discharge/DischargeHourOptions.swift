package import Standards

/// What a table of hours does not say about its outlets.
package struct DischargeHourOptions: Sendable {
    /// The limits.
    package let limits: DischargeLimitList
    /// What is discharged.
    package let medium: DischargeMedium
    /// The industry by its id in the marking rule; nil for one outside the list.
    package let industry: String?
    /// The id of the flags the devices send.
    package let flags: String
    /// From when on the data may be judged; nil when the devices were accepted long ago.
    package let acceptedAt: Instant?
    /// The day whose rules judge all rows; nil takes the day of each row.
    package let asOf: CivilDate?
    /// Whether every row is explained.
    package let explains: Bool

    /// The flags of devices that are in use most.
    package static let usualFlags = "HJ212-2017-flags"

    package init(
        limits: DischargeLimitList, medium: DischargeMedium, industry: String? = nil,
        flags: String = DischargeHourOptions.usualFlags, acceptedAt: Instant? = nil, asOf: CivilDate? = nil,
        explains: Bool = false
    ) {
        self.limits = limits
        self.medium = medium
        self.industry = industry
        self.flags = flags
        self.acceptedAt = acceptedAt
        self.asOf = asOf
        self.explains = explains
    }
}
