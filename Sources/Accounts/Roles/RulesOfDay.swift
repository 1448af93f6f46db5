import Catalog
import Standards
import Synchronization

/// The rules of the present day, read once a day and not with each request.
final class RulesOfDay: Sendable {
    private let known = Mutex<(date: CivilDate, rules: AccountRules)?>(nil)

    /// - Parameter catalog: always the same one, that of the process.
    /// - Throws: `CatalogError`.
    func rules(_ catalog: RuleCatalog, on date: CivilDate) throws -> AccountRules {
        if let rules = known.withLock({ $0?.date == date ? $0?.rules : nil }) { return rules }
        let rules = try AccountRules(catalog, on: date)
        known.withLock { $0 = (date, rules) }
        return rules
    }
}
