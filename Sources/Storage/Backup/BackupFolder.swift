internal import Foundation
internal import Glibc

/// The directory of a finished backup, read only.
package struct BackupFolder: Sendable {
    /// More than the manifest of a backup of a million files has, in bytes.
    private static let greatestSmallFile = 256 << 20

    package let path: String

    package init(_ path: String) { self.path = DirectoryDraft.absolute(path) }

    /// The bytes of a file that is read whole; nil when it is not there.
    ///
    /// - Throws: `StorageError` with `.fileSystem`.
    package func bytes(of name: String) throws(StorageError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        let descriptor = try FileDescriptor.open(file, O_RDONLY)
        defer { FileDescriptor.close(descriptor) }
        let length = try FileDescriptor.length(of: descriptor)
        guard length <= Int64(Self.greatestSmallFile) else {
            throw StorageError(.fileSystem, detail: "\(file): \(length)")
        }
        return try FileDescriptor.read(descriptor, at: 0, count: Int(length))
    }

    /// Copies a file and compares what was copied with what is known of it.
    ///
    /// - Throws: `BackupError` with `.missingFile` or `.changedFile`; `StorageError`.
    package func copy(_ file: CopiedFile, into draft: DirectoryDraft) throws {
        let source = "\(path)/\(file.path)"
        guard FileManager.default.fileExists(atPath: source) else { throw BackupError(.missingFile, detail: file.path) }
        guard try draft.copy(source, as: file.path) == file else { throw BackupError(.changedFile, detail: file.path) }
    }

    /// Whether there is something of a name, and whether it is an empty directory.
    package static func standing(at path: String) -> (exists: Bool, isEmpty: Bool) {
        guard FileManager.default.fileExists(atPath: path) else { return (false, false) }
        return (true, (try? FileDescriptor.names(in: path).isEmpty) ?? false)
    }

    /// Whether a path lies in a directory or is it.
    package static func isInside(_ path: String, _ directory: String) -> Bool {
        let (inner, outer) = (DirectoryDraft.absolute(path), DirectoryDraft.absolute(directory))
        return inner == outer || inner.hasPrefix(outer + "/")
    }
}
