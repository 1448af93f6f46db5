import Accounts
import Hummingbird
import Records
import Registry
import Storage

/// Whether what a page is about lies in the range of a visitor who sees only that: towns, or the points of a contract.
struct RangeCheck: Sendable {
    let book: RecordBook

    func holds(_ range: DataScope, for route: SiteRoute, _ context: SiteContext) async throws -> Bool {
        guard let (kind, capture) = route.subject else { return false }
        let id = try context.segment(capture)
        return try await book.database.read { connection in
            let objects: [RegisteredObject]
            switch kind {
            case .object: objects = try [RegistryStore.object(id, in: connection)].compactMap(\.self)
            case .device:
                let bindings = try RegistryStore.bindings(of: id.uppercased(), in: connection)
                // Whoever is bound to it now; what it sent for another object before is not theirs.
                objects = try [bindings.last.flatMap { try RegistryStore.object($0.object, in: connection) }]
                    .compactMap(\.self)
            }
            return objects.contains { Self.contains($0, range) }
        }
    }

    /// Whether an object is named, or lies in a town that is.
    static func contains(_ object: RegisteredObject, _ range: DataScope) -> Bool {
        range.objects.contains(object.id) || range.towns.contains(object.text("town"))
    }
}

extension SiteRoute {
    /// What a page is about.
    enum SubjectKind { case object, device }

    /// Whether its page asks itself what lies in a visitor's range, and shows that alone.
    var limitsItself: Bool {
        switch self {
        case .sourceKinds, .sources, .sourcesXLSX, .sourcesCSV, .source, .sourceField, .sourceAttachment,
            .sourceThumbnail, .map, .mapSources, .mapLayer, .apiList, .apiItem:
            true
        default: false
        }
    }

    /// What a page is about and the capture that names it; nil for pages about more than one thing, which nobody with a
    /// range sees unless they limit themselves.
    var subject: (SubjectKind, capture: String)? {
        switch self {
        case .station, .stationCSV, .hour, .explainAirHour: (.object, "station")
        case .section, .explainWaterMonth, .explainWaterSample: (.object, "section")
        case .lead, .leadDocx, .explainOutlet: (.object, "outlet")
        case .device, .devicePacket, .deviceCommands: (.device, "mn")
        default: nil
        }
    }
}
