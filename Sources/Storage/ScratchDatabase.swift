internal import Foundation
internal import Glibc
internal import Synchronization

/// A database in a folder of its own for tables that can be made again at any time; the folder goes with it unless it has a name.
///
/// Always SQLite, whatever the bureau's store is.
package final class ScratchDatabase: Sendable {
    /// The name under which it is found again; nil when it goes with this object.
    package let name: String?
    private let folder: String
    private let isDiscarded = Mutex(false)
    /// For questions only.
    package let database: Database

    /// Makes one.
    ///
    /// - Parameters:
    ///   - directory: where its folder is made.
    ///   - name: of its folder when it is finished; nil for none, and it is none where another one has it.
    ///   - base: one to begin with a copy of; nil to begin with nothing.
    ///   - fill: writes what it shall hold.
    /// - Throws: what `fill` throws, then nothing is left; `StorageError`.
    package static func make(
        in directory: String, named name: String? = nil, from base: ScratchDatabase?,
        fill: (Database) async throws -> Void
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
            if let name, try Self.settle(folder, as: "\(directory)/\(name)"),
                let settled = open(in: directory, named: name)
            {
                return settled
            }
            return ScratchDatabase(name: nil, folder: folder, database: try Database(path: path, isReadOnly: true))
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    /// One that was finished under a name; nil when it is not there.
    package static func open(in directory: String, named name: String) -> ScratchDatabase? {
        let folder = "\(directory)/\(name)"
        guard FileManager.default.fileExists(atPath: path(in: folder)),
            let database = try? Database(path: path(in: folder), isReadOnly: true)
        else { return nil }
        return ScratchDatabase(name: name, folder: folder, database: database)
    }

    /// Puts a finished folder where it is found again, on disk as a whole.
    ///
    /// - Returns: false when there is one already.
    private static func settle(_ folder: String, as destination: String) throws -> Bool {
        if FileManager.default.fileExists(atPath: destination) { return false }
        let descriptor = try FileDescriptor.open(path(in: folder), O_RDWR)
        defer { FileDescriptor.close(descriptor) }
        try FileDescriptor.sync(descriptor)
        try FileDescriptor.syncDirectory(folder)
        try FileDescriptor.rename(folder, to: destination)
        return true
    }

    /// Lets its folder go with this object, also when it has a name.
    package func discard() { isDiscarded.withLock { $0 = true } }

    private init(name: String?, folder: String, database: Database) {
        self.name = name
        self.folder = folder
        self.database = database
    }

    deinit {
        try? database.closeFile()
        if name != nil, !isDiscarded.withLock({ $0 }) { return }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The names of the folders in a directory, the youngest first.
    package static func names(in directory: String) -> [String] {
        let names = (try? FileDescriptor.names(in: directory)) ?? []
        func made(_ name: String) -> Date {
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
            return attributes?[.modificationDate] as? Date ?? .distantPast
        }
        return names.map { ($0, made($0)) }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    /// Removes a folder that nobody uses any more.
    package static func remove(_ name: String, in directory: String) {
        try? FileManager.default.removeItem(atPath: "\(directory)/\(name)")
    }

    /// Removes what an earlier process left in a directory of such folders.
    package static func clear(_ directory: String) { try? FileManager.default.removeItem(atPath: directory) }

    private static func path(in folder: String) -> String { "\(folder)/tables.sqlite" }
}
