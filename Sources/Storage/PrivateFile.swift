internal import Foundation
internal import Glibc

/// A file with secrets: nobody but its owner may read or write it.
package enum PrivateFile {
    /// Reads a file.
    ///
    /// - Parameter greatestBytes: a longer file is not one of its kind.
    /// - Throws: `PrivateFileError`.
    package static func read(_ path: String, greatestBytes: Int) throws(PrivateFileError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw PrivateFileError(.unreadable, path: path) }
        defer { _ = Glibc.close(descriptor) }
        // Asked of what was opened, not of the name: it is the same file that is read.
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= greatestBytes
        else { throw PrivateFileError(.unreadable, path: path) }
        guard status.st_mode & 0o077 == 0 else { throw PrivateFileError(.open, path: path) }
        do {
            return try FileDescriptor.read(descriptor, at: 0, count: Int(status.st_size))
        } catch {
            throw PrivateFileError(.unreadable, path: path)
        }
    }

    /// Makes a file that must not be there yet; it is on disk when this returns.
    ///
    /// - Throws: `StorageError` with `.fileSystem`, also when there is one of the name, or `.diskFull`.
    package static func create(_ path: String, with bytes: [UInt8]) throws(StorageError) {
        try write(bytes, toNew: path)
        try FileDescriptor.syncDirectory(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// Replaces a file by one with other bytes, on disk when it returns: whoever looks finds the old or the new one whole.
    ///
    /// - Throws: `StorageError` with `.diskFull` or `.fileSystem`; the old file is there then.
    package static func replace(_ path: String, with bytes: [UInt8]) throws(StorageError) {
        // A link stays a link.
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let draft = target + ".part"
        try FileDescriptor.remove(draft)
        try write(bytes, toNew: draft)
        try FileDescriptor.rename(draft, to: target)
        try FileDescriptor.syncDirectory(URL(fileURLWithPath: target).deletingLastPathComponent().path)
    }
    /// Leaves no half-written file behind.
    private static func write(_ bytes: [UInt8], toNew path: String) throws(StorageError) {
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileDescriptor.failure(path) }
        do throws(StorageError) {
            defer { FileDescriptor.close(descriptor) }
            try FileDescriptor.write(bytes, to: descriptor, at: 0)
            guard fsync(descriptor) == 0 else { throw FileDescriptor.failure(path) }
        } catch {
            try? FileDescriptor.remove(path)
            throw error
        }
    }
}
