internal import Crypto
internal import Foundation
internal import Glibc

/// Files that records refer to, stored once under the hash of their content.
package struct AttachmentStore: Sendable {
    let directory: String

    /// Opens the store in a directory, which is made when it is not there.
    package init(directory: String) throws {
        self.directory = directory
        try FileDescriptor.makeDirectory(directory)
    }

    /// Keeps bytes; they are on disk when this returns. The same bytes again change nothing.
    package func store(_ bytes: [UInt8]) throws -> AttachmentID {
        let id = AttachmentID(of: bytes)
        let path = path(of: id)
        if FileManager.default.fileExists(atPath: path) { return id }
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        try FileDescriptor.makeDirectory(folder)
        // Of two who bring the same bytes at once neither writes into the other's draft.
        let draft = "\(path).\(UUID().uuidString).part"
        let descriptor = try FileDescriptor.open(draft, O_WRONLY | O_CREAT | O_TRUNC)
        defer { FileDescriptor.close(descriptor) }
        try FileDescriptor.write(bytes, to: descriptor, at: 0)
        try FileDescriptor.sync(descriptor)
        guard rename(draft, path) == 0 else { throw FileDescriptor.failure(path) }
        try FileDescriptor.syncDirectory(folder)
        return id
    }

    /// The bytes of a stored file, checked against its name.
    ///
    /// - Throws: `StorageError` with `.damagedAttachment`.
    package func bytes(of id: AttachmentID) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path(of: id)) else {
            throw StorageError(.damagedAttachment, detail: id.rawValue)
        }
        let bytes = Array(data)
        guard AttachmentID(of: bytes) == id else { throw StorageError(.damagedAttachment, detail: id.rawValue) }
        return bytes
    }

    /// The files that are there, by name.
    ///
    /// - Throws: `StorageError` with `.fileSystem`.
    package var ids: [AttachmentID] {
        get throws {
            try FileDescriptor.names(in: directory).sorted().flatMap { folder in
                try FileDescriptor.names(in: "\(directory)/\(folder)").filter { !$0.hasSuffix(".part") }.sorted().map {
                    AttachmentID(rawValue: folder + $0)
                }
            }
        }
    }

    func path(of id: AttachmentID) -> String {
        "\(directory)/\(id.rawValue.prefix(2))/\(id.rawValue.dropFirst(2))"
    }
}
