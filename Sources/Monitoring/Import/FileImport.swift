import Ledger
package import Records
import Registry
import Standards
import Storage

/// Bringing a file in, from its bytes to the report for the user.
package enum FileImport {
    /// What came of it.
    package struct Outcome: Sendable {
        /// The record of the import; when nothing changed, of the earlier import of the same file.
        package let sequence: Int64
        /// Whether the same file had been imported before, so that nothing was changed.
        package let wasKnown: Bool
        /// Rows taken in.
        package let rows: Int
        /// Readings that were new.
        package let readings: Int
        /// Rows refused, with line and reason.
        package let refusals: [RowRefusal]
        /// Stations or sections that the file brought into the registry.
        package let newObjects: Int
    }

    /// How far an import has come.
    package enum Stage: Sendable {
        /// So many rows have been checked.
        case checking(rows: Int)
        /// All rows are checked and are being written, in one transaction.
        case storing(rows: Int)
    }

    /// Stores, checks and records a file; all usable rows or, on an error, none.
    ///
    /// - Parameters:
    ///   - defaultYear: the year of times that have none.
    ///   - progress: told how far it has come.
    /// - Throws: `ImportError`, `DocumentError`, `RecordsError`, `StorageError`.
    package static func run(
        _ bytes: [UInt8], fileName: String, format: FileFormat, defaultYear: Int?, by actor: Actor,
        into book: RecordBook, progress: @escaping @Sendable (Stage) -> Void
    ) async throws -> Outcome {
        let attachment = AttachmentID(of: bytes)
        if let known = try await earlierImport(of: attachment, format: format, in: book) {
            return try await outcome(of: known, wasKnown: true, newObjects: 0, in: book)
        }
        let newcomers = try await book.database.read { connection in
            try check(bytes, format: format, defaultYear: defaultYear, in: connection, progress: progress)
        }
        let hasher = try await book.database.read { try LedgerStore.head(in: $0).hasher }
        let lines = try LineTree.make(of: bytes, with: hasher)
        _ = try book.archive.attachments.store(bytes)
        let registrations = newcomers.map { seed in
            RegistryActions.register(
                seed.id, kind: format == .air ? .station : .section, name: seed.name, fields: seed.fields, by: actor)
        }
        let records = try await book.record(
            registrations + [
                ImportActions.fileImported(
                    attachment, fileName: fileName, format: format, defaultYear: defaultYear, lines: lines, by: actor)
            ])
        return try await outcome(
            of: records[records.count - 1].sequence, wasKnown: false, newObjects: newcomers.count, in: book)
    }

    private static func earlierImport(
        of attachment: AttachmentID, format: FileFormat, in book: RecordBook
    ) async throws -> Int64? {
        try await book.database.read { connection in
            try ImportStore.batch(of: attachment, format: format, in: connection)
        }
    }

    /// Reads the whole file before anything is written.
    ///
    /// - Returns: the objects that the registry does not know.
    private static func check(
        _ bytes: [UInt8], format: FileFormat, defaultYear: Int?, in connection: ReadConnection,
        progress: (Stage) -> Void
    ) throws -> [ObjectSeed] {
        let kind: ObjectKind = format == .air ? .station : .section
        var seen = Set(try RegistryStore.objects(kind, in: connection).map(\.id))
        var file = try ImportedFile(bytes, format: format, defaultYear: defaultYear, in: connection)
        var newcomers: [ObjectSeed] = []
        var rows = 0
        var usable = 0
        var hasTimeFault = false
        while let (row, result) = try file.next() {
            rows += 1
            if rows.isMultiple(of: 5_000) { progress(.checking(rows: rows)) }
            switch result {
            case .success(let parsed):
                usable += 1
                if seen.insert(parsed.object).inserted { newcomers.append(file.seed(of: row)) }
            case .failure(let refusal): hasTimeFault = hasTimeFault || refusal.code == .time
            }
        }
        if usable == 0, format == .water, defaultYear == nil, hasTimeFault { throw ImportError(.noYear) }
        if usable == 0 { throw ImportError(rows == 0 ? .empty : .nothingUsable) }
        progress(.storing(rows: rows))
        return newcomers
    }

    private static func outcome(
        of sequence: Int64, wasKnown: Bool, newObjects: Int, in book: RecordBook
    ) async throws -> Outcome {
        try await book.database.read { connection in
            let batch = try ImportStore.batch(sequence, in: connection)
            return Outcome(
                sequence: sequence, wasKnown: wasKnown, rows: batch?.rows ?? 0, readings: batch?.readings ?? 0,
                refusals: try ImportStore.refusals(of: sequence, in: connection), newObjects: newObjects)
        }
    }
}
