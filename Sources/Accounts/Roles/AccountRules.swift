package import Catalog
package import Records
package import Standards

/// Posts and the way of signing in, as they are in force on a day.
package struct AccountRules: Sendable {
    static let folder = "accounts"

    /// In the order of the file.
    package let roles: [Role]
    package let signIn: SignInRules
    /// Nil in a catalog from before there were rates.
    package let rates: RequestRates?
    /// Who may not do two things in one matter; nil in a catalog from before there was such a rule.
    package let separation: MatterSeparation?
    /// The ids of the rule files.
    package let rules: [String]

    /// - Parameter date: the day on which somebody signs in or a role is given.
    /// - Throws: `CatalogError` with the faults of the files, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        let files = catalog.files(under: Self.folder, on: date)
        var (roles, signIn, rules): ([Role], SignInRules?, [String]) = ([], nil, [])
        var (rates, separation): (RequestRates?, MatterSeparation?) = (nil, nil)
        var faults: [CatalogFault] = []
        for file in files {
            let reader = RuleReader(file)
            let found = AccountRuleFile(file, with: reader)
            faults += reader.faults
            // A bureau's own file stands before the bundled one and holds.
            if roles.isEmpty { roles = found.roles }
            if signIn == nil { signIn = found.signIn }
            if rates == nil { rates = found.rates }
            if separation == nil { separation = found.separation }
            rules.append(file.header.id)
        }
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults.sorted()) }
        guard let signIn, !roles.isEmpty else { throw CatalogError(.nothingInForce, rule: Self.folder) }
        self.roles = roles
        self.signIn = signIn
        self.rates = rates
        self.separation = separation
        self.rules = rules
    }

    /// Every fault of every version of the files, for `catalog check`.
    ///
    /// - Parameter rights: all that there are; another one is a fault.
    package static func faults(in catalog: RuleCatalog, knowing rights: Set<Permission>) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            _ = AccountRuleFile(file, with: reader, knowing: rights)
            return reader.faults
        }.sorted()
    }

    /// A role by its id; nil when there is none.
    package func role(_ id: String) -> Role? { roles.first { $0.id == id } }
}
