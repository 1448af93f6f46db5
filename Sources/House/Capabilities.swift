import Accounts
import Casework
import Dossier
import Gateway
import Monitoring
package import Records
import Registry
import Reporting
import Site

/// Everything the house consists of: the index a newcomer opens first.
package enum Capabilities {
    /// In the order in which their projections follow each record: what a room reads stands before it.
    package static let all = all(keys: .none)

    /// - Parameter keys: those of devices that cipher what they send.
    static func all(keys: KeyStore) -> [Capability] {
        [
            RecordsCapability.capability,
            AccountsCapability.capability,
            CaseworkCapability.capability(conditions: DossierCapability.conditions),
            RegistryCapability.capability,
            DossierCapability.capability,
            MonitoringCapability.capability,
            GatewayCapability.capability(keys: keys),
            ReportingCapability.capability(drafting: drafting),
        ]
    }

    /// Who drafts documents, and what the figures in them select from.
    static let drafting = DraftRules(people: .accounts) { sources }

    /// What figures may select from.
    package static var sources: [any FigureSource] { all.flatMap(\.figures) }

    /// How raw evidence is proved.
    static var evidence: [any EvidenceSource] { all.flatMap(\.evidence) }

    /// The first person of a bureau without accounts: whoever sits at the machine itself.
    ///
    /// Until people and passwords exist nothing listens beyond loopback, and this actor may do everything.
    package static let localOperator = Actor(
        id: "local-operator", permissions: permissions)

    /// Every right that an action asks for or a page.
    package static let permissions = Set(all.flatMap(\.actions).map(\.permission)).union(Permission.views)
}
