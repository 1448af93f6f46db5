import Catalog
import Ledger
import Storage
import Synchronization

/// The few catalogs that were loaded last from what is on record: reading one takes longer than all else that a short replay
/// does. They are known by the hash of their listing, so that none is ever out of date.
package final class RuleCatalogs: Sendable {
    private static let capacity = 6

    private struct State {
        var catalogs: [AttachmentID: RuleCatalog] = [:]
        /// The one used longest ago first.
        var order: [AttachmentID] = []
    }

    private let state = Mutex(State())

    package init() {}

    func catalog(of record: LedgerRecord, from attachments: AttachmentStore) throws -> RuleCatalog {
        let id = RulesOnRecord.id(of: record)
        if let known = use(id) { return known }
        let loaded = try RulesOnRecord.catalog(of: record, from: attachments)
        state.withLock { $0.catalogs[id] = loaded }
        _ = use(id)
        return loaded
    }

    private func use(_ id: AttachmentID) -> RuleCatalog? {
        state.withLock { state in
            guard let known = state.catalogs[id] else { return nil }
            state.order.removeAll { $0 == id }
            state.order.append(id)
            if state.order.count > Self.capacity { state.catalogs[state.order.removeFirst()] = nil }
            return known
        }
    }
}
