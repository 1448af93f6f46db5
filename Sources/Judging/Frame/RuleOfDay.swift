import Catalog
import Standards

/// Looks rules up by day, each day once: a table has few days and many rows.
struct RuleOfDay<Rule> {
    /// Days remembered at once; a file that names more (ten years and more) is looked up anew.
    private static var capacity: Int { 4_096 }

    private let find: (CivilDate) throws(CatalogError) -> Rule
    private var rules: [CivilDate: Rule?] = [:]
    private var latestDay: CivilDate?
    private var latestRule: Rule?

    /// - Parameter find: the look-up, which throws `.nothingInForce` for days without a rule.
    init(_ find: @escaping (CivilDate) throws(CatalogError) -> Rule) {
        self.find = find
    }

    /// The rule in force on a day; nil when there was none.
    ///
    /// - Throws: whatever the look-up throws but `.nothingInForce`.
    mutating func rule(on day: CivilDate) throws(CatalogError) -> Rule? {
        if day == latestDay { return latestRule }
        let rule: Rule?
        if let known = rules[day] {
            rule = known
        } else {
            rule = try lookUp(day)
            if rules.count >= Self.capacity { rules.removeAll(keepingCapacity: true) }
            rules.updateValue(rule, forKey: day)
        }
        latestDay = day
        latestRule = rule
        return rule
    }

    private func lookUp(_ day: CivilDate) throws(CatalogError) -> Rule? {
        do {
            return try find(day)
        } catch {
            guard error.code == .nothingInForce else { throw error }
            return nil
        }
    }
}
