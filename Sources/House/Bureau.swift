package import Catalog
package import Foundation
package import Gateway
package import Records
package import Reporting
package import Storage

/// A bureau's data directory, opened: the store, the book, the rules.
package struct Bureau: Sendable {
    package let book: RecordBook
    package let catalog: RuleCatalog
    package let figures: FigureBook
    package let papers: PaperBook
    /// The keys of devices that cipher what they send.
    package let keys: KeyStore
    /// The states of the past, made when they are asked for.
    package let past: PastStates
    /// Where the sound packets end, when some behind it were read once and are missing now; nil when none are.
    package let damagedPackets: PacketAddress?
    private let directory: DataDirectory

    /// The data directory.
    var path: String { directory.path }

    /// Opens a directory, making it when it is not there.
    ///
    /// - Parameters:
    ///   - server: the database that holds the store; nil for a file in the directory.
    ///   - overlay: the bureau's own rules; nil for none.
    ///   - keys: those of devices that cipher what they send.
    ///   - rebuilding: makes projections of another version again instead of refusing.
    ///   - adoptingRules: puts the rules on record when they are others than the last ones; not while rebuilding, when
    ///     nothing can be written yet.
    /// - Throws: `HouseError` where directory and database do not belong together; `StorageError`, `CatalogError`,
    ///   `RecordsError`, `ReportingError`.
    package static func open(
        _ path: String, server: PostgreSQLAddress? = nil, overlay: URL?, keys: KeyStore = .none,
        clock: @escaping RecordBook.Clock, rebuilding: Bool = false, adoptingRules: Bool = true
    ) async throws -> Bureau {
        let catalog = try RuleCatalog.load(overlay: overlay)
        let figures = try FigureBook(catalog, sources: Capabilities.sources)
        let papers = try PaperBook(catalog, figures: figures, sources: Capabilities.sources)
        let directory = try DataDirectory(path: path)
        let database = try directory.database(on: server)
        let archive = Archive(
            attachments: try AttachmentStore(directory: directory.attachmentPath),
            packets: try PacketLog(directory: directory.packetPath), catalog: catalog)
        let book = try await RecordBook(
            database: database, archive: archive,
            capabilities: Capabilities.all(keys: keys), acceptsStaleProjections: rebuilding, clock: clock)
        if server != nil { try await directory.join(database) }
        let read = try await database.read { try RecordStore.packetCursor(in: $0) }
        let damaged = try read.flatMap { try archive.packets.goOn(behind: $0) }
        let past = PastStates(book: book, directory: directory.cachePath + "/past") { connection in
            Capabilities.all(keys: keys.forReplay(knowing: try KeyRegister.recorded(in: connection)))
        }
        let bureau = Bureau(
            book: book, catalog: catalog, figures: figures, papers: papers, keys: keys, past: past,
            damagedPackets: damaged, directory: directory)
        if adoptingRules, !rebuilding { try await bureau.adoptRules() }
        return bureau
    }

    /// Puts the rules on record when they are others than the last ones on record.
    package func adoptRules() async throws {
        try await book.adoptRules(by: Actor(id: "system", permissions: [RuleActions.adopt]))
    }
}
