internal import Foundation
internal import Glibc

/// Copies the parts of a data directory into a draft, also beside the process that owns it.
///
/// Only what is named here is copied: a key or a list of passwords that somebody laid into the directory is not.
package struct StoreCopy {
    /// How far a copied packet log reaches.
    package struct LogExtent: Sendable {
        /// The address of the first entry that was not removed, and the one behind the last.
        package let start: PacketAddress
        package let end: PacketAddress
        /// Segments that were removed after their time.
        package let expired: Set<SegmentRange>
    }

    private let source: String
    private let draft: DirectoryDraft
    private let earlier: (directory: String, files: [String: CopiedFile])?

    /// - Parameters:
    ///   - source: a data directory.
    ///   - earlier: another backup of it, whose files that never change are not copied again but get a second name.
    package init(
        from source: String, into draft: DirectoryDraft, earlier: (directory: String, files: [CopiedFile])? = nil
    ) {
        self.source = source
        self.draft = draft
        self.earlier = earlier.map { earlier in
            (
                earlier.directory,
                Dictionary(earlier.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
            )
        }
    }

    /// The segments that are removed by now.
    package func expiredSegments() throws -> Set<SegmentRange> {
        Set(
            try FileDescriptor.names(in: "\(source)/\(DataDirectory.packetName)").compactMap { name in
                name.hasSuffix(SegmentPath.expiredEnding)
                    ? SegmentRange(name: name.dropLast(SegmentPath.expiredEnding.count)) : nil
            })
    }

    /// Copies the SQL file as it is now.
    ///
    /// - Returns: where the copy stands.
    @discardableResult
    package func copyDatabase() throws(StorageError) -> String {
        let path = DataDirectory.databasePath(in: draft.path)
        try DatabaseCopy.make(from: DataDirectory.databasePath(in: source), to: path)
        try draft.takeIn(DataDirectory.databaseName)
        return path
    }

    /// Copies the packet log up to the last whole entry. Copied behind the SQL file it holds all packets that were read by then.
    ///
    /// A segment that is being closed is copied as it was written: it stays open here until its last byte is read.
    package func copyPackets() throws -> LogExtent {
        let folder = DataDirectory.packetName
        let directory = "\(source)/\(folder)"
        try draft.makeFolder(folder)
        let segments = try SegmentOpening(directory: directory, isWritable: false).segments()
        var expired: Set<SegmentRange> = []
        for segment in segments {
            switch segment {
            case .plain(let plain):
                let name = SegmentPath.plain(plain.start, in: folder)
                let copied = try draft.copy(plain.descriptor, length: plain.length, as: name)
                guard copied.byteCount == plain.length else {
                    throw StorageError(.damagedPacketLog, detail: "\(plain.start + copied.byteCount)")
                }
            case .closed(let range):
                try take(SegmentPath.closed(range, in: directory), as: SegmentPath.closed(range, in: folder))
                let index = SegmentPath.index(range, in: directory)
                // It is made again where it is missing.
                if FileManager.default.fileExists(atPath: index) {
                    try draft.copy(index, as: SegmentPath.index(range, in: folder))
                }
            case .expired(let range):
                expired.insert(range)
                try draft.copy(
                    SegmentPath.expired(range, in: directory), as: SegmentPath.expired(range, in: folder))
            }
        }
        let first = segments.first { if case .expired = $0 { false } else { true } }
        return LogExtent(
            start: PacketAddress(rawValue: first?.start ?? 0), end: PacketAddress(rawValue: segments.last?.end ?? 0),
            expired: expired)
    }

    /// Copies the attachments. Copied behind the SQL file they are all that it names: a file comes before its record.
    ///
    /// - Returns: those whose bytes are no longer what their name says.
    package func copyAttachments() throws -> [AttachmentID] {
        let folder = DataDirectory.attachmentName
        try draft.makeFolder(folder)
        let store = try AttachmentStore(directory: "\(source)/\(folder)")
        var changed: [AttachmentID] = []
        for id in try store.ids {
            let path = store.path(of: id)
            let copied = try take(path, as: folder + path.dropFirst(store.directory.count))
            if copied.sha256 != id.rawValue { changed.append(id) }
        }
        return changed
    }

    /// Copies a file that never changes, or lets it share the bytes of an earlier backup.
    @discardableResult
    private func take(_ path: String, as name: String) throws(StorageError) -> CopiedFile {
        if let earlier, let known = earlier.files[name], try Self.length(of: path) == known.byteCount,
            try draft.link("\(earlier.directory)/\(name)", known)
        {
            return known
        }
        return try draft.copy(path, as: name)
    }

    private static func length(of path: String) throws(StorageError) -> Int64 {
        let descriptor = try FileDescriptor.open(path, O_RDONLY)
        defer { FileDescriptor.close(descriptor) }
        return try FileDescriptor.length(of: descriptor)
    }
}
