import Catalog
import Foundation
package import Records
package import Storage

/// A data directory opened to be checked: nothing of it is mended, not even the end of the packet log that a crash left torn,
/// and no rules are needed.
package struct InspectedStore: Sendable {
    package let book: RecordBook
    private let directory: DataDirectory

    /// - Parameter server: the database that holds the store; nil for a file in the directory.
    /// - Throws: `HouseError` with `.noLedger`; `StorageError`, with `.directoryInUse` while a server runs.
    package static func open(_ path: String, server: PostgreSQLAddress? = nil) async throws -> InspectedStore {
        let isThere =
            server == nil
            ? FileManager.default.fileExists(atPath: DataDirectory.databasePath(in: path))
            : FileManager.default.fileExists(atPath: path)
        guard isThere else { throw HouseError(.noLedger, detail: path) }
        let directory = try DataDirectory(path: path)
        let archive = Archive(
            attachments: try AttachmentStore(directory: directory.attachmentPath),
            packets: try PacketLog(directory: directory.packetPath, isWritable: false), catalog: .empty)
        let book = try await RecordBook(
            database: try directory.database(on: server), archive: archive, capabilities: Capabilities.all,
            acceptsStaleProjections: true, clock: SystemClock.milliseconds)
        if server != nil, directory.hasNode { try await directory.join(book.database) }
        return InspectedStore(book: book, directory: directory)
    }
}
