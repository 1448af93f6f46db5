import Storage

/// A copy of a whole data directory at one moment, made while the server runs. It holds no key and no password.
///
/// The SQL file is copied first, at one sequence of the ledger; the packet log and the attachments, which only grow, are
/// copied behind it and so hold everything that it names. What came later is not missed by anybody: packets behind the point
/// up to which they were read are read when the copy is started.
package struct Backup: Sendable {
    /// Segments are removed after five years, by hand: oftener in a row than this nobody does it.
    private static let greatestTries = 3

    /// What was copied.
    package let manifest: BackupManifest
    /// The sha256 of the manifest, which with the manifest covers every byte.
    package let sealText: String
    /// What is not as it should be in the data directory, in Chinese; it was copied as it is.
    package let faults: [String]

    /// Copies a data directory.
    ///
    /// - Parameters:
    ///   - source: the data directory; a server may run on it.
    ///   - destination: where the backup is to stand; nothing may be there.
    ///   - earlier: another backup of the same directory, whose files that never change are shared.
    ///   - milliseconds: now.
    ///   - progress: told how many bytes were copied.
    /// - Throws: `BackupError`, `StorageError`; nothing stays behind then.
    package static func make(
        of source: String, at destination: String, since earlier: String? = nil, milliseconds: Int64,
        progress: @escaping (Int64) -> Void = { _ in }
    ) async throws -> Backup {
        if BackupFolder.standing(at: destination).exists { throw BackupError(.exists, detail: destination) }
        if BackupFolder.isInside(destination, source) || BackupFolder.isInside(source, destination) {
            throw BackupError(.insideData, detail: destination)
        }
        let known = try earlier.map { try Restoration.manifest(of: BackupFolder($0)).files }
        let draft = try DirectoryDraft(for: destination, ownNames: [BackupManifest.name], progress: progress)
        do {
            let copy = StoreCopy(
                from: source, into: draft, earlier: known.map { (BackupFolder(earlier ?? "").path, $0) })
            for _ in 0..<greatestTries {
                if let backup = try await fill(draft, copy, milliseconds) { return backup }
                try draft.clear()
            }
            throw BackupError(.unsettled, detail: destination)
        } catch let error as StorageError where error.code == .diskFull {
            draft.discard()
            throw BackupError(.diskFull, detail: error.detail)
        } catch {
            draft.discard()
            throw error
        }
    }

    /// - Returns: nil when packets were removed meanwhile that the copied SQL file still counts on.
    private static func fill(
        _ draft: DirectoryDraft, _ copy: StoreCopy, _ milliseconds: Int64
    ) async throws -> Backup? {
        let expired = try copy.expiredSegments()
        let ledger = try await BackedUpLedger(at: try copy.copyDatabase())
        let log: StoreCopy.LogExtent
        do {
            log = try copy.copyPackets()
        } catch let error as StorageError where error.code == .fileSystem {
            if try copy.expiredSegments() != expired { return nil }
            throw error
        }
        if log.expired != expired { return nil }
        var faults = try copy.copyAttachments().map { "附件 \($0.rawValue) 的内容已改变" }
        if let cursor = ledger.cursor, log.end < cursor {
            faults.append("报文库到地址 \(log.end.rawValue) 为止，数据表却已读到 \(cursor.rawValue)：末尾的报文已丢失")
        }
        let manifest = BackupManifest(
            milliseconds: milliseconds, ledger: ledger, packetStart: log.start, packetEnd: log.end, files: draft.files)
        let bytes = try manifest.bytes
        try draft.write(bytes, as: BackupManifest.name)
        try draft.finish()
        return Backup(manifest: manifest, sealText: AttachmentID(of: bytes).rawValue, faults: faults)
    }
}
