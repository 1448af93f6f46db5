import Monitoring
import Registry
import Standards
import Storage

/// An outlet with one of its limited items, as a form names it: `DA001|nox`.
struct OutletChannel: Sendable {
    let outlet: RegisteredObject
    let limit: OutletLimit

    var value: String { "\(outlet.id)|\(limit.item)" }
    var label: String { "\(outlet.text("enterprise")) \(outlet.name) \(limit.name)" }

    /// All of the register.
    static func all(in context: PageContext) throws -> [OutletChannel] {
        try RegistryStore.objects(.outlet, in: context.connection).flatMap { outlet in
            OutletLimit.limits(of: outlet).map { OutletChannel(outlet: outlet, limit: $0) }
        }
    }

    private init(outlet: RegisteredObject, limit: OutletLimit) {
        self.outlet = outlet
        self.limit = limit
    }

    /// The one that a form names; the first of an outlet where no item is named, the first of all for nothing.
    ///
    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ value: String?, in context: PageContext) throws {
        let all = try Self.all(in: context)
        let found = value.map { text in all.first { $0.value == text } ?? all.first { $0.outlet.id == text } }
        guard let channel = value == nil ? all.first : found ?? nil else {
            throw SiteError(.unknownObject, subject: "排放口", detail: value ?? "")
        }
        self = channel
    }
}
