package import Catalog
package import Standards

/// Which edition judges: that of the day of the data, or one that was asked for by name or day.
package struct RuleChoice: Hashable, Sendable {
    /// The id asked for (`--standard`); nil takes what was in force.
    package let id: String?
    /// The day whose rules judge all rows (`--as-of`); nil takes the day of each row.
    package let asOf: CivilDate?

    /// The edition of the day of the data.
    package static let ofTheDay = RuleChoice(id: nil, asOf: nil)

    package init(id: String?, asOf: CivilDate?) {
        self.id = id
        self.asOf = asOf
    }

    /// The rule of a kind for data of a day, with its header.
    ///
    /// A rule named by its id judges days on which it was not in force as well, by its version nearest in time: whoever
    /// names it wants to compare editions.
    ///
    /// - Throws: `.nothingInForce`, `.unknownRule` for an id this kind does not have, with those it has.
    package func rule<Rule>(
        _ kind: RuleKind<Rule>, in catalog: RuleCatalog, on day: CivilDate
    ) throws(CatalogError) -> (header: RuleHeader, rule: Rule) {
        let day = asOf ?? day
        guard let id else { return (try catalog.header(kind, on: day), try catalog.rule(kind, on: day)) }
        let all = catalog.versions(of: kind)
        let versions = all.filter { $0.header.id == id }
        guard let first = versions.first else {
            let ids = Set(all.map(\.header.id)).sorted()
            throw CatalogError(.unknownRule, rule: id, alternatives: ids)
        }
        return versions.last { $0.header.effective.contains(day) }
            ?? versions.last { $0.header.effective.from <= day } ?? first
    }
}
