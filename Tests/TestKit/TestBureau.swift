package import Catalog
import Foundation
package import Records
import Storage
import TestStore

/// A bureau in a temporary directory with a clock that stands still until it is moved.
package final class TestBureau: Sendable {
    package let directory: String
    package let catalog: RuleCatalog
    package let book: RecordBook
    package let clock: TestClock

    /// Read once: reading them takes longer than what most tests do with a bureau.
    private static let shippedRules = Result { try RuleCatalog.load(overlay: nil) }

    /// Opens a bureau with the capabilities given.
    ///
    /// - Parameters:
    ///   - directory: one with a bureau that is opened again, or empty; nil for a new one.
    ///   - catalog: the rules; nil for the bundled ones.
    ///   - leastFreeBytes: what packets must leave free; more than there is makes the disk a full one.
    package init(
        _ capabilities: [Capability], directory: String? = nil, clock: TestClock = TestClock(),
        catalog: RuleCatalog? = nil, leastFreeBytes: Int64 = PacketLog.leastFreeBytes
    ) async throws {
        self.directory = directory ?? Self.newDirectory()
        self.clock = clock
        let catalog = try catalog ?? Self.shippedRules.get()
        self.catalog = catalog
        try FileManager.default.createDirectory(atPath: self.directory, withIntermediateDirectories: true)
        if directory == nil { try await BlankStores.shared.copy(of: capabilities, to: self.directory) }
        let archive = Archive(
            attachments: try AttachmentStore(directory: self.directory + "/attachments"),
            packets: try PacketLog(directory: self.directory + "/packets", leastFreeBytes: leastFreeBytes),
            catalog: catalog)
        book = try await RecordBook(
            database: try await TestStore.open(in: self.directory), archive: archive, capabilities: capabilities,
            clock: { clock.milliseconds })
    }

    deinit {
        TestStore.remove(book.database, of: directory)
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// A place for a bureau where none is yet.
    static func newDirectory() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)").path
    }

    /// An actor who may do all that the capabilities offer.
    package static func actor(_ capabilities: [Capability]) -> Actor {
        Actor(id: "tester", permissions: Set(capabilities.flatMap(\.actions).map(\.permission)))
    }

    /// Every row of every projected table, as text: equal dumps mean equal tables.
    package func dump() async throws -> [String: [String]] {
        try await book.database.read { connection in
            let tables = try connection.rows(
                "SELECT name FROM projection_object WHERE kind = 'TABLE' ORDER BY name"
            ) { try $0.text("name") }
            var dump: [String: [String]] = [:]
            for table in tables {
                dump[table] = try connection.rows(SQL(verbatim: "SELECT * FROM \(table)")) { "\($0.values)" }.sorted()
            }
            return dump
        }
    }

    /// Projects packets until none waits.
    package func projectAllPackets() async throws {
        while try await book.projectPackets() {}
    }
}
