import Monitoring
import Records
import Synchronization

/// Reports that were looked through and wait for their sender's yes. They stand in memory alone: nothing is kept of a report
/// that nobody took in.
final class LaboratoryShelf: Sendable {
    /// The reports of as many people as look through them at one time; the oldest goes first.
    private static let greatestCount = 8

    private let orders = Mutex<[(key: String, order: LaboratoryImport.Order)]>([])

    /// Keeps a report.
    ///
    /// - Returns: the word by which it is asked for.
    func keep(_ order: LaboratoryImport.Order, at milliseconds: Int64) -> String {
        let key = MintedID.mint(at: milliseconds)
        orders.withLock { orders in
            orders.append((key, order))
            if orders.count > Self.greatestCount { orders.removeFirst() }
        }
        return key
    }

    /// A report by its word; nil when it is gone.
    func order(_ key: String) -> LaboratoryImport.Order? { orders.withLock { $0.first { $0.key == key }?.order } }

    /// Forgets a report.
    func forget(_ key: String) { orders.withLock { $0.removeAll { $0.key == key } } }
}
