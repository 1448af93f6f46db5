internal import Foundation

/// A database in a folder of its own for tables that can be made again at any time; the folder goes with it.
///
/// Always SQLite, whatever the bureau's store is.
package final class ScratchDatabase: Sendable {
    private let folder: String
    /// For questions only.
    package let database: Database

    /// Makes one.
    ///
    /// - Parameters:
    ///   - directory: where its folder is made.
    ///   - base: one to begin with a copy of; nil to begin with nothing.
    ///   - fill: writes what it shall hold.
    /// - Throws: what `fill` throws, then nothing is left; `StorageError`.
    package static func make(
        in directory: String, from base: ScratchDatabase?, fill: (Database) async throws -> Void
    ) async throws -> ScratchDatabase {
        let folder = "\(directory)/\(UUID().uuidString.lowercased())"
        try FileDescriptor.makeDirectory(folder)
        do {
            let path = Self.path(in: folder)
            if let base {
                do {
                    try FileManager.default.copyItem(atPath: Self.path(in: base.folder), toPath: path)
                } catch {
                    throw StorageError(.fileSystem, detail: "\(path): \(error)")
                }
            }
            let filling = try Database(path: path, isLasting: false)
            try await fill(filling)
            // From here on it is one file that never changes: it can be copied while it is read.
            try await filling.gather()
            try await filling.close()
            return ScratchDatabase(folder: folder, database: try Database(path: path, isReadOnly: true))
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    private init(folder: String, database: Database) {
        self.folder = folder
        self.database = database
    }

    deinit {
        try? database.closeFile()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Removes what an earlier process left in a directory of such folders.
    package static func clear(_ directory: String) { try? FileManager.default.removeItem(atPath: directory) }

    private static func path(in folder: String) -> String { "\(folder)/tables.sqlite" }
}
