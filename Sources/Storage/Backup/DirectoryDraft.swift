internal import Crypto
internal import Foundation
internal import Glibc

/// A directory that is made whole or not at all: filled beside its place and renamed when all of it is on disk.
package final class DirectoryDraft {
    /// Where it will stand.
    package let destination: String
    /// Where it stands until it is whole.
    package let path: String
    /// What it holds so far.
    package private(set) var files: [CopiedFile] = []

    private static let ending = ".part"
    /// What a draft that was given up may hold; beside anything else it is not ours to remove.
    private static let ownNames = [DataDirectory.databaseName, DataDirectory.packetName, DataDirectory.attachmentName]
    private static let pieceLength = 1 << 20
    /// Bytes after which a file is synced: a long sync at its end would hold up those of the packets that arrive.
    private static let bytesBetweenSyncs: Int64 = 8 << 20

    private let lock: Int32
    private let progress: (Int64) -> Void
    private var folders: Set<String> = []
    private var byteCount: Int64 = 0

    /// Begins a draft; what an earlier one that was cut off left is removed.
    ///
    /// - Parameters:
    ///   - ownNames: what else such a draft may hold.
    ///   - progress: told how many bytes were copied.
    /// - Throws: `BackupError` with `.underWay` or `.foreignDraft`; `StorageError`.
    package init(
        for destination: String, ownNames: [String] = [], progress: @escaping (Int64) -> Void = { _ in }
    ) throws {
        self.destination = Self.absolute(destination)
        path = self.destination + Self.ending
        self.progress = progress
        try FileDescriptor.makeDirectory(path)
        lock = try FileDescriptor.open(path, O_RDONLY | O_DIRECTORY)
        // Every property is set by now: a throw runs `deinit`, which gives the lock back.
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw BackupError(.underWay, detail: path) }
        for name in try FileDescriptor.names(in: path) {
            guard (Self.ownNames + ownNames).contains(where: { name.hasPrefix($0) }) else {
                throw BackupError(.foreignDraft, detail: "\(path)/\(name)")
            }
        }
        try clear()
    }

    deinit { FileDescriptor.close(lock) }

    /// The path of a name without `.`, `..` and a slash at its end, from the root on.
    package static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Forgets all that was copied.
    package func clear() throws(StorageError) {
        for name in try FileDescriptor.names(in: path) {
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
        files = []
        folders = []
        byteCount = 0
    }

    /// Removes the draft, when it will not become whole.
    package func discard() { try? FileManager.default.removeItem(atPath: path) }

    /// Makes a folder in it.
    package func makeFolder(_ name: String) throws(StorageError) {
        guard folders.insert(name).inserted else { return }
        if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
        try FileDescriptor.makeDirectory("\(path)/\(name)")
    }

    /// Copies a file; its bytes are on disk when this returns.
    ///
    /// - Returns: what was copied.
    @discardableResult
    package func copy(_ source: String, as name: String) throws(StorageError) -> CopiedFile {
        let descriptor = try FileDescriptor.open(source, O_RDONLY)
        defer { FileDescriptor.close(descriptor) }
        return try copy(descriptor, as: name)
    }

    /// Copies the first bytes of an open file, or all of it.
    @discardableResult
    func copy(_ source: Int32, length: Int64 = .max, as name: String) throws(StorageError) -> CopiedFile {
        if let slash = name.lastIndex(of: "/") { try makeFolder(String(name[..<slash])) }
        let target = try FileDescriptor.open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL)
        defer { FileDescriptor.close(target) }
        var hash = SHA256()
        var (offset, synced) = (Int64(0), Int64(0))
        while offset < length {
            let count = Int(min(Int64(Self.pieceLength), length - offset))
            let piece = try FileDescriptor.read(source, at: offset, count: count)
            if piece.isEmpty { break }
            try FileDescriptor.write(piece, to: target, at: offset)
            hash.update(data: piece)
            offset += Int64(piece.count)
            if offset - synced >= Self.bytesBetweenSyncs {
                try FileDescriptor.sync(target)
                synced = offset
            }
            report(Int64(piece.count))
        }
        try FileDescriptor.sync(target)
        return keep(CopiedFile(path: name, byteCount: offset, sha256: Hexadecimal.text(hash.finalize())))
    }

    /// Gives a file that another backup has a second name here instead of copying it, when it is still what that backup says.
    ///
    /// - Returns: whether it could be done.
    func link(_ source: String, _ known: CopiedFile) throws(StorageError) -> Bool {
        guard let descriptor = try? FileDescriptor.open(source, O_RDONLY) else { return false }
        defer { FileDescriptor.close(descriptor) }
        guard try FileDescriptor.length(of: descriptor) == known.byteCount,
            try Self.hash(descriptor) == known.sha256
        else { return false }
        if let slash = known.path.lastIndex(of: "/") { try makeFolder(String(known.path[..<slash])) }
        guard Glibc.link(source, "\(path)/\(known.path)") == 0 else { return false }
        keep(known)
        return true
    }

    /// Takes in a file that somebody else wrote into the draft.
    func takeIn(_ name: String) throws(StorageError) {
        let descriptor = try FileDescriptor.open("\(path)/\(name)", O_RDWR)
        defer { FileDescriptor.close(descriptor) }
        try FileDescriptor.sync(descriptor)
        let length = try FileDescriptor.length(of: descriptor)
        keep(CopiedFile(path: name, byteCount: length, sha256: try Self.hash(descriptor)))
        report(length)
    }

    /// Writes a small file that is not among the copied ones.
    package func write(_ bytes: [UInt8], as name: String) throws(StorageError) {
        try FileDescriptor.replace("\(path)/\(name)", with: bytes)
    }

    /// Gives the whole its name; it is on disk when this returns.
    ///
    /// - Throws: `StorageError`, also when something has come to stand at its place.
    package func finish() throws(StorageError) {
        for folder in folders { try FileDescriptor.syncDirectory("\(path)/\(folder)") }
        try FileDescriptor.syncDirectory(path)
        // An empty directory gives way, anything else does not.
        try FileDescriptor.rename(path, to: destination)
        try FileDescriptor.syncDirectory(URL(fileURLWithPath: destination).deletingLastPathComponent().path)
    }

    @discardableResult
    private func keep(_ file: CopiedFile) -> CopiedFile {
        files.append(file)
        return file
    }

    private func report(_ count: Int64) {
        byteCount += count
        progress(byteCount)
    }

    private static func hash(_ descriptor: Int32) throws(StorageError) -> String {
        var hash = SHA256()
        var offset: Int64 = 0
        while true {
            let piece = try FileDescriptor.read(descriptor, at: offset, count: pieceLength)
            if piece.isEmpty { break }
            hash.update(data: piece)
            offset += Int64(piece.count)
        }
        return Hexadecimal.text(hash.finalize())
    }
}
