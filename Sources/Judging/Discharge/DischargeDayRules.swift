import Catalog
import Standards

/// The rules of one day that a table of hours needs; those not in force on it are nil.
struct DischargeDayRules {
    /// The industry that has exempt hours a year, by its id in the marking rules.
    static let incineration = "waste_incineration"

    /// Which marks count; nil before there was a rule.
    let marking: DischargeMarkingRule?
    let markingCitation: RuleCitation?
    /// Names of the events by industry and id.
    let events: [String: [String: String]]
    /// Valid minutes an hour needs; nil where the rule names no number.
    let minimumMinutes: Int?
    /// Exempt hours a year of incinerators; nil before there was a rule.
    let exemptHours: Int?

    init(_ catalog: RuleCatalog, on day: CivilDate, medium: DischargeMedium) throws(CatalogError) {
        let marking = catalog.versions(of: .dischargeMarking).last { $0.header.effective.contains(day) }
        self.marking = marking?.rule
        markingCitation = marking.map { RuleCitation($0.header) }
        events = (marking?.rule.industries ?? []).reduce(into: [:]) { names, industry in
            names[industry.id] = Dictionary(industry.events.map { ($0.id, $0.name) }) { first, _ in first }
        }
        minimumMinutes =
            catalog.versions(of: .dischargePeriods).last {
                $0.header.effective.contains(day) && $0.rule.medium == medium
            }?.rule.minimumMinutes
        exemptHours =
            catalog.versions(of: .incineration).last { $0.header.effective.contains(day) }?
            .rule.exemptHoursPerYear
    }
}
