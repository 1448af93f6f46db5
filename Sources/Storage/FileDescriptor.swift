internal import Foundation
internal import Glibc

/// The few calls of the operating system that durability depends on, with its reason in the error.
enum FileDescriptor {
    static func open(_ path: String, _ flags: Int32) throws(StorageError) -> Int32 {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure(path) }
        return descriptor
    }

    static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    static func makeDirectory(_ path: String) throws(StorageError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw StorageError(.fileSystem, detail: "\(path): \(error.localizedDescription)")
        }
    }

    static func names(in directory: String) throws(StorageError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw StorageError(.fileSystem, detail: "\(directory): \(error.localizedDescription)")
        }
    }

    static func length(of descriptor: Int32) throws(StorageError) -> Int64 {
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= 0 else { throw failure("lseek") }
        return Int64(end)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int64) throws(StorageError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                pwrite(
                    descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written,
                    off_t(offset) + written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure("pwrite")
            }
            written += count
        }
    }

    static func read(_ descriptor: Int32, at offset: Int64, count: Int) throws(StorageError) -> [UInt8] {
        var filled = 0
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while filled < count {
                let got = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset) + filled)
                if got < 0, errno == EINTR { continue }
                if got <= 0 {
                    failed = got < 0
                    break
                }
                filled += got
            }
            initialized = filled
        }
        guard !failed else { throw failure("pread") }
        return bytes
    }

    static func sync(_ descriptor: Int32) throws(StorageError) {
        guard fdatasync(descriptor) == 0 else { throw failure("fdatasync") }
    }

    static func syncDirectory(_ path: String) throws(StorageError) {
        let descriptor = try open(path, O_RDONLY)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    static func truncate(_ descriptor: Int32, to length: Int64) throws(StorageError) {
        guard ftruncate(descriptor, off_t(length)) == 0, fdatasync(descriptor) == 0 else { throw failure("ftruncate") }
    }

    static func rename(_ path: String, to destination: String) throws(StorageError) {
        guard Glibc.rename(path, destination) == 0 else { throw failure(destination) }
    }

    /// Removes a file; none there is as good.
    static func remove(_ path: String) throws(StorageError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
    }

    /// Writes a small file whole: whoever finds its name finds all of it. Its folder is to be synced by the caller.
    static func replace(_ path: String, with bytes: [UInt8]) throws(StorageError) {
        let draft = path + ".part"
        let descriptor = try open(draft, O_WRONLY | O_CREAT | O_TRUNC)
        defer { close(descriptor) }
        try write(bytes, to: descriptor, at: 0)
        try sync(descriptor)
        try rename(draft, to: path)
    }

    /// The bytes that the file system of a file has left for this process; nil when it does not say.
    static func freeBytes(of descriptor: Int32) -> Int64? {
        var status = statvfs()
        guard fstatvfs(descriptor, &status) == 0 else { return nil }
        return Int64(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    static func failure(_ what: String) -> StorageError {
        let reason = errno
        let isFull = reason == ENOSPC || reason == EDQUOT
        return StorageError(isFull ? .diskFull : .fileSystem, detail: "\(what): \(String(cString: strerror(reason)))")
    }
}
