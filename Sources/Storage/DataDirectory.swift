internal import Foundation
internal import Glibc

/// The directory that holds everything a bureau owns, held by one process at a time.
package final class DataDirectory: Sendable {
    /// Where it is.
    package let path: String
    private let lock: Int32

    /// Makes the directory when needed and takes it.
    ///
    /// - Throws: `StorageError` with `.directoryInUse` and the owner's process id, or `.fileSystem`.
    package init(path: String) throws {
        self.path = path
        try FileDescriptor.makeDirectory(path)
        lock = try FileDescriptor.open("\(path)/lock", O_RDWR | O_CREAT)
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            // Every property is set by now, so throwing runs `deinit`, which closes the file; closing it here as well would
            // close whatever has been given its number since.
            let owner = try FileDescriptor.read(lock, at: 0, count: 20)
            throw StorageError(.directoryInUse, detail: String(decoding: owner, as: UTF8.self))
        }
        try FileDescriptor.truncate(lock, to: 0)
        try FileDescriptor.write(Array(String(getpid()).utf8), to: lock, at: 0)
    }

    deinit { FileDescriptor.close(lock) }

    /// The SQL file.
    package var databasePath: String { Self.databasePath(in: path) }
    /// The SQL file of a directory.
    package static func databasePath(in path: String) -> String { "\(path)/\(databaseName)" }
    /// The packet log's directory.
    package var packetPath: String { Self.packetPath(in: path) }
    /// The packet log of a directory.
    package static func packetPath(in path: String) -> String { "\(path)/\(packetName)" }
    /// The attachments' directory.
    package var attachmentPath: String { Self.attachmentPath(in: path) }
    /// The attachments of a directory.
    package static func attachmentPath(in path: String) -> String { "\(path)/\(attachmentName)" }
    /// The directory of what can be made again at any time and counts for nothing.
    package var cachePath: String { Self.cachePath(in: path) }
    /// The cache of a directory.
    package static func cachePath(in path: String) -> String { "\(path)/cache" }

    static let databaseName = "qingheng.sqlite"
    static let packetName = "packets"
    static let attachmentName = "attachments"

    /// Whether its store is in a file of its own.
    package var hasDatabaseFile: Bool { FileManager.default.fileExists(atPath: databasePath) }
    /// Whether its store is in a database elsewhere.
    package var hasNode: Bool { FileManager.default.fileExists(atPath: nodePath) }

    private var nodePath: String { Self.nodePath(in: path) }
    private static func nodePath(in path: String) -> String { "\(path)/node" }

    /// The name under which the directory is known in a database that it shares; made when it is first asked for.
    ///
    /// - Throws: `StorageError` with `.fileSystem`.
    package func nodeID() throws(StorageError) -> String {
        if let known = Self.knownNode(of: path) { return known }
        let id = UUID().uuidString.lowercased()
        try FileDescriptor.replace(nodePath, with: Array("\(id)\n".utf8))
        try FileDescriptor.syncDirectory(path)
        return id
    }

    /// The name under which a directory is known already; nil for none.
    package static func knownNode(of path: String) -> String? {
        FileManager.default.contents(atPath: nodePath(in: path)).map { bytes in
            String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined()
        }
    }

    /// Forgets the name that was made in vain.
    package func forgetNode() throws(StorageError) { try FileDescriptor.remove(nodePath) }
}
