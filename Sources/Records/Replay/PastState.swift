package import Storage

/// The store as a selection of records makes it: tables in a database of their own, to be read like those of the present.
///
/// It is made by replay and never a source of truth; it is gone when nobody uses it any more.
package final class PastState: Sendable {
    package let selection: RecordSelection
    /// Files and packets of the present, and the rules on record by then.
    package let archive: Archive
    /// The record that put these rules on record; nil when there was none by then: the present rules stand in.
    package let rulesRecord: Int64?
    /// When the last of its records was made, in milliseconds since 1970-01-01T00:00:00Z.
    package let timeMilliseconds: Int64
    let scratch: ScratchDatabase

    init(
        selection: RecordSelection, archive: Archive, rulesRecord: Int64?, timeMilliseconds: Int64,
        scratch: ScratchDatabase
    ) {
        self.selection = selection
        self.archive = archive
        self.rulesRecord = rulesRecord
        self.timeMilliseconds = timeMilliseconds
        self.scratch = scratch
    }

    /// Asks questions of it.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (ReadConnection) throws -> Value
    ) async throws -> Value {
        // Keeps this object, and with it the files, until the answer is there.
        defer { withExtendedLifetime(self) {} }
        return try await scratch.database.read(body)
    }
}
