import Storage
import Synchronization

/// Whether there are accounts. Accounts are never taken away, so once there is one nobody asks again.
final class AccountPresence: Sendable {
    private let isKnown = Mutex(false)

    func isThere(in database: Database) async throws -> Bool {
        if isKnown.withLock({ $0 }) { return true }
        guard try await database.read({ try AccountStore.hasAccounts(in: $0) }) else { return false }
        isKnown.withLock { $0 = true }
        return true
    }
}
