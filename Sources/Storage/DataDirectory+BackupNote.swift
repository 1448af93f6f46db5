internal import Foundation

extension DataDirectory {
    /// What was noted of the last backup of a directory; nil when nothing was.
    package static func backupNote(in path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: backupNotePath(in: path)).map { Array($0) }
    }

    /// Notes something of the last backup of a directory, whoever holds it: readers find the old note or the new one whole.
    ///
    /// - Throws: `StorageError` with `.fileSystem` or `.diskFull`.
    package static func noteBackup(_ bytes: [UInt8], in path: String) throws(StorageError) {
        try FileDescriptor.replace(backupNotePath(in: path), with: bytes)
        try FileDescriptor.syncDirectory(path)
    }

    private static func backupNotePath(in path: String) -> String { "\(path)/last-backup.json" }
}
