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
    /// The data directory.
    let path: String
    /// Held as long as this one is there; nil beside the process that holds it.
    private let directory: DataDirectory?

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
        let past = pastStates(of: book, in: path, keys: keys, isOwner: true)
        let bureau = Bureau(
            book: book, catalog: catalog, figures: figures, papers: papers, keys: keys, past: past,
            damagedPackets: damaged, path: path, directory: directory)
        if adoptingRules, !rebuilding { try await bureau.adoptRules() }
        return bureau
    }

    /// Opens a directory for questions only, beside the process that holds it: nothing in it is written, brought into shape or
    /// mended; states of the past are put into the cache.
    ///
    /// - Throws: as `open`; `RecordsError` with `.staleProjection` when the store was made by another version.
    package static func openBeside(
        _ path: String, server: PostgreSQLAddress? = nil, overlay: URL?, keys: KeyStore = .none,
        clock: @escaping RecordBook.Clock
    ) async throws -> Bureau {
        let catalog = try RuleCatalog.load(overlay: overlay)
        let figures = try FigureBook(catalog, sources: Capabilities.sources)
        let papers = try PaperBook(catalog, figures: figures, sources: Capabilities.sources)
        let archive = Archive(
            attachments: try AttachmentStore(directory: DataDirectory.attachmentPath(in: path)),
            packets: try PacketLog(directory: DataDirectory.packetPath(in: path), isWritable: false), catalog: catalog)
        let book = try await RecordBook(
            database: try LedgerReading(path, server: server).database, archive: archive,
            capabilities: Capabilities.all(keys: keys), isReadOnly: true, clock: clock)
        let past = pastStates(of: book, in: path, keys: keys, isOwner: false)
        return Bureau(
            book: book, catalog: catalog, figures: figures, papers: papers, keys: keys, past: past,
            damagedPackets: nil, path: path, directory: nil)
    }

    /// Opens a directory whose gateway runs in another process, which writes its packet log, for pages on which people act: what
    /// both put on record stands one behind the other in the one ledger of their database.
    ///
    /// - Throws: as `openBeside`; `HouseError` with `.pagesWithoutServer`, `.otherNode`, `.otherRules`, `.pagesWithoutKeys`.
    package static func openPages(
        _ path: String, server: PostgreSQLAddress?, overlay: URL?, clock: @escaping RecordBook.Clock
    ) async throws -> Bureau {
        guard let server else { throw HouseError(.pagesWithoutServer, detail: path) }
        guard try await LedgerReading(path, server: server).read({ try RecordStore.lastSequence(in: $0) }) > 0 else {
            throw HouseError(.emptyDatabase, detail: server.place)
        }
        let bureau = try await openBeside(path, server: server, overlay: overlay, clock: clock)
        try await DataDirectory.demandNode(of: path, in: bureau.book.database)
        guard try await bureau.book.usesRulesOnRecord() else { throw HouseError(.otherRules, detail: "") }
        try await KeyRefusal.check(bureau.book)
        return bureau
    }

    /// The states of the past, in the cache of a data directory. With keys at hand they go with the process: what was made of
    /// ciphered packets follows from the keys too, which are named nowhere.
    private static func pastStates(
        of book: RecordBook, in path: String, keys: KeyStore, isOwner: Bool
    ) -> PastStates {
        let cache = DataDirectory.cachePath(in: path)
        let own = isOwner ? "past" : "beside-\(UUID().uuidString.lowercased())"
        let maker = keys.isEmpty ? ProgramBuild.name : nil
        let directory = maker == nil ? "\(cache)/\(own)" : "\(cache)/kept"
        return PastStates(
            book: book, directory: directory,
            kept: maker.map { KeptStates(directory: directory, maker: $0, isOwner: isOwner) }
        ) { connection in
            Capabilities.all(keys: keys.forReplay(knowing: try KeyRegister.recorded(in: connection)))
        }
    }

    /// Puts the rules on record when they are others than the last ones on record.
    package func adoptRules() async throws {
        try await book.adoptRules(by: Actor(id: "system", permissions: [RuleActions.adopt]))
    }
}
