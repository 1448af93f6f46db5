import Ledger
import Storage

/// What a data directory remembers of its last backup, so that a running server can say how old it is: in a file beside the
/// store, which the command that made the backup writes, for while a server runs nobody else may write into the store.
///
/// It counts for nothing and may be lost; a restored directory has none, for nothing of it was backed up yet.
package struct LastBackup: Hashable, Sendable {
    private static let kind = "last-backup"

    /// When it was begun, in milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64
    /// The directory that was made, as the command saw it.
    package let place: String
    /// The number of the last record in it.
    package let sequence: Int64

    package init(milliseconds: Int64, place: String, sequence: Int64) {
        self.milliseconds = milliseconds
        self.place = place
        self.sequence = sequence
    }

    /// - Parameter directory: where the backup stands.
    package init(_ backup: Backup, at directory: String) {
        self.init(
            milliseconds: backup.manifest.milliseconds, place: BackupFolder(directory).path,
            sequence: backup.manifest.sequence)
    }

    /// What a data directory remembers; nil when it remembers nothing that can be read.
    package init?(of dataDirectory: String) {
        guard let bytes = DataDirectory.backupNote(in: dataDirectory),
            let value = try? CanonicalValue(canonical: Array(bytes.dropLast())),
            value["kind"]?.text == Self.kind, let milliseconds = value["time"]?.integer,
            let place = value["place"]?.text, let sequence = value["sequence"]?.integer
        else { return nil }
        self.init(milliseconds: milliseconds, place: place, sequence: sequence)
    }

    /// Puts it into a data directory; a server may run there.
    ///
    /// - Throws: `StorageError` with `.fileSystem` or `.diskFull`.
    package func note(in dataDirectory: String) throws {
        let value: CanonicalValue = [
            "kind": .string(Self.kind), "place": .string(place), "sequence": .integer(sequence),
            "time": .integer(milliseconds), "version": 1,
        ]
        try DataDirectory.noteBackup(try value.bytes() + [0x0A], in: dataDirectory)
    }
}
