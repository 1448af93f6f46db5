import Catalog
import Standards

/// The rules of one day that a table of hours needs; those not in force on it are nil.
struct DischargeDayRules {
    /// The industry that has exempt hours a year, by its id in the marking rules.
    static let incineration = "waste_incineration"

    /// Which marks count; nil before there was a rule.
    let marking: DischargeMarkingRule?
    private let markings: [(rule: DischargeMarkingRule, citation: RuleCitation)]
    /// Names of the events by industry and id.
    let events: [String: [String: String]]
    /// Valid minutes an hour needs; nil where the rule names no number.
    let minimumMinutes: Int?
    /// Exempt hours a year of incinerators; nil before there was a rule.
    let exemptHours: Int?

    init(_ catalog: RuleCatalog, on day: CivilDate, medium: DischargeMedium) throws(CatalogError) {
        let markings = catalog.versions(of: .dischargeMarking).filter { $0.header.effective.contains(day) }
        marking = markings.isEmpty ? nil : try catalog.markingRule(on: day)
        self.markings = markings.map { ($0.rule, RuleCitation($0.header)) }
        events = (marking?.industries ?? []).reduce(into: [:]) { names, industry in
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

    /// The rule that decides about a mark: the latest that has its event, else the latest there is.
    func citation(of mark: DischargeMark?, industry: String?) -> RuleCitation? {
        guard let mark else { return nil }
        if case .operating(let event) = mark.kind, let industry {
            let found = markings.last { $0.rule.event(event, industry: industry) != nil }
            if let found { return found.citation }
        }
        return markings.last?.citation
    }
}
