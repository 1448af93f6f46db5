import Catalog
import Foundation
package import Records
import Storage

/// A data directory opened to be checked: nothing of it is mended, not even the end of the packet log that a crash left torn,
/// and no rules are needed.
package struct InspectedStore: Sendable {
    package let book: RecordBook
    private let directory: DataDirectory

    /// - Throws: `HouseError` with `.noLedger`; `StorageError`, with `.directoryInUse` while a server runs.
    package static func open(_ path: String) async throws -> InspectedStore {
        guard FileManager.default.fileExists(atPath: DataDirectory.databasePath(in: path)) else {
            throw HouseError(.noLedger, detail: path)
        }
        let directory = try DataDirectory(path: path)
        let archive = Archive(
            attachments: try AttachmentStore(directory: directory.attachmentPath),
            packets: try PacketLog(directory: directory.packetPath, isWritable: false), catalog: .empty)
        let book = try await RecordBook(
            database: try Database(path: directory.databasePath), archive: archive, capabilities: Capabilities.all,
            acceptsStaleProjections: true, clock: SystemClock.milliseconds)
        return InspectedStore(book: book, directory: directory)
    }
}
