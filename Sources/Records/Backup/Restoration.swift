import Storage

/// Makes a data directory of a backup.
package enum Restoration {
    /// Copies a backup into a new data directory, every file compared with the manifest.
    ///
    /// - Parameters:
    ///   - backup: the directory of a backup; it stays as it is.
    ///   - destination: nothing or an empty directory.
    ///   - progress: told how many bytes were copied.
    /// - Returns: what was restored.
    /// - Throws: `BackupError`, `StorageError`; nothing stays behind then.
    package static func run(
        _ backup: String, to destination: String, progress: @escaping (Int64) -> Void = { _ in }
    ) async throws -> BackupManifest {
        let folder = BackupFolder(backup)
        let manifest = try manifest(of: folder)
        let standing = BackupFolder.standing(at: destination)
        if standing.exists, !standing.isEmpty { throw BackupError(.notEmpty, detail: destination) }
        if BackupFolder.isInside(destination, backup) || BackupFolder.isInside(backup, destination) {
            throw BackupError(.insideData, detail: destination)
        }
        let draft = try DirectoryDraft(for: destination, progress: progress)
        do {
            for file in manifest.files { try folder.copy(file, into: draft) }
            try await compare(manifest, with: DataDirectory.databasePath(in: draft.path))
            try draft.finish()
            return manifest
        } catch let error as StorageError where error.code == .diskFull {
            draft.discard()
            throw BackupError(.diskFull, detail: error.detail)
        } catch {
            draft.discard()
            throw error
        }
    }

    /// Reads the manifest of a backup.
    ///
    /// - Throws: `BackupError` with `.noBackup`, `.malformedManifest`, `.laterFormat`.
    static func manifest(of folder: BackupFolder) throws -> BackupManifest {
        guard let bytes = try folder.bytes(of: BackupManifest.name) else {
            throw BackupError(.noBackup, detail: folder.path)
        }
        return try BackupManifest(bytes)
    }

    private static func compare(_ manifest: BackupManifest, with database: String) async throws {
        let ledger = try await BackedUpLedger(at: database)
        guard ledger.sequence == manifest.sequence else {
            throw BackupError(.otherLedger, detail: "\(ledger.sequence) ≠ \(manifest.sequence)")
        }
        guard ledger.size == manifest.size, ledger.root == manifest.root else {
            throw BackupError(.otherLedger, detail: "\(ledger.root) ≠ \(manifest.root)")
        }
    }
}
