/// What judging must know about an outlet and its item.
public struct DischargeOutlet: Hashable, Sendable {
    /// What is discharged.
    public let medium: DischargeMedium
    /// The industry by its id in the marking rule; nil for one outside the list, which has no exemption.
    public let industry: String?
    /// The item judged.
    public let item: DischargeItem
    /// The limit of its hourly mean, by permit or standard; nil where there is none.
    public let bound: DischargeBound?
    /// Reference oxygen in percent, where the limit holds for converted concentrations and values come unconverted.
    public let referenceOxygen: ExactDecimal?
    /// Valid minutes an hour needs; nil where the rule names no number.
    public let minimumMinutes: Int?
    /// From when on the device's data may be judged (验收); nil when it was accepted long ago.
    public let acceptedAt: Instant?
    /// Hours of marked events a year in all that are not judged (waste incineration: 60); nil for no such rule.
    public let exemptHoursPerYear: Int?

    /// Makes an outlet.
    public init(
        medium: DischargeMedium, industry: String? = nil, item: DischargeItem, bound: DischargeBound?,
        referenceOxygen: ExactDecimal? = nil, minimumMinutes: Int? = nil, acceptedAt: Instant? = nil,
        exemptHoursPerYear: Int? = nil
    ) {
        self.medium = medium
        self.industry = industry
        self.item = item
        self.bound = bound
        self.referenceOxygen = referenceOxygen
        self.minimumMinutes = minimumMinutes
        self.acceptedAt = acceptedAt
        self.exemptHoursPerYear = exemptHoursPerYear
    }
}
