import Dossier
import Monitoring
import Registry
import Storage

/// The pollutants of outlets that a case may speak of: those of its parties where the register knows any, otherwise all.
struct ChannelChoices {
    /// An outlet with one of its limits.
    struct Entry {
        let outlet: RegisteredObject
        let limit: OutletLimit

        /// As a form names it.
        var value: String { "\(outlet.id)|\(limit.item)" }

        var channel: MonitoringChannel {
            MonitoringChannel(
                outlet: outlet.id, outletName: [outlet.text("enterprise"), outlet.name].joined(separator: " "),
                item: limit.item, itemName: limit.name)
        }
    }

    let entries: [Entry]
    /// Whether they are those of the parties.
    let isOfParties: Bool

    init(_ parties: [Party], in connection: ReadConnection) throws {
        let all = try RegistryStore.objects(.outlet, in: connection).flatMap { outlet in
            OutletLimit.limits(of: outlet).map { Entry(outlet: outlet, limit: $0) }
        }
        let names = Set(parties.flatMap { [$0.name, $0.code] }.filter { !$0.isEmpty })
        let own = all.filter {
            names.contains($0.outlet.text("enterprise")) || names.contains($0.outlet.text("creditCode"))
        }
        isOfParties = !own.isEmpty
        entries = own.isEmpty ? all : own
    }

    /// The one that a form names; nil for none.
    func entry(_ value: String?) -> Entry? { entries.first { $0.value == value } }

    /// As a form offers them.
    var options: [(value: String, label: String)] {
        entries.map { ($0.value, "\($0.channel.outletName) \($0.limit.name)") }
    }
}
