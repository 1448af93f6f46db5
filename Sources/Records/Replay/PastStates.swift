package import Storage

/// The few states of the past that were asked for last, each made by replay when it is first asked for.
///
/// What it keeps lies in a folder of the data directory and counts for nothing; whole states are taken up again after a restart.
package actor PastStates {
    /// The rooms of the house for a replay: with memories of their own, as a process has them that was started on the
    /// records that can be read through the connection.
    package typealias Rooms = @Sendable (ReadConnection) throws -> [Capability]

    /// A state is as large as the tables of its moment.
    package static let usualCapacity = 6

    private struct Entry {
        let task: Task<PastState, any Error>
        /// When it is made.
        var state: PastState?
        var use: Int
    }

    private let book: RecordBook
    private let directory: String
    private let rooms: Rooms
    private let catalogs: RuleCatalogs
    private let capacity: Int
    private let kept: KeptStates?
    private var entries: [RecordSelection: Entry] = [:]
    private var uses = 0

    /// - Parameters:
    ///   - directory: a folder for nothing else; what is in it and cannot be taken up again is removed.
    ///   - kept: the states in this directory that outlive the process; nil for none.
    package init(
        book: RecordBook, directory: String, catalogs: RuleCatalogs = RuleCatalogs(),
        capacity: Int = PastStates.usualCapacity, kept: KeptStates? = nil, rooms: @escaping Rooms
    ) {
        self.book = book
        self.directory = directory
        self.catalogs = catalogs
        self.capacity = capacity
        self.rooms = rooms
        self.kept = kept
        if let kept {
            kept.removeDrafts()
            kept.tidy(keeping: capacity)
        } else {
            ScratchDatabase.clear(directory)
        }
    }

    /// The state after a record.
    ///
    /// - Throws: `RecordsError` with `.beyondLedger` when there is no such record, `.removedPackets` when packets of then were
    ///   removed after their time since; `StorageError`, `CatalogError`.
    package func state(at sequence: Int64) async throws -> PastState { try await state(of: .all(to: sequence)) }

    /// The state that a selection of records makes.
    ///
    /// - Throws: as `state(at:)`.
    package func state(of selection: RecordSelection) async throws -> PastState {
        uses += 1
        if let known = entries[selection] {
            entries[selection]?.use = uses
            return try await known.task.value
        }
        let base = base(for: selection)
        let task = Task { [book, directory, kept, catalogs, rooms] in
            // A selection goes on from the state where its choice begins; made for it when it is not there.
            let start = selection.isWhole ? base : try await self.state(at: selection.start)
            return try await PastStateMaker(
                book: book, selection: selection, base: start, directory: directory, kept: kept,
                catalogs: catalogs, rooms: rooms
            ).make()
        }
        entries[selection] = Entry(task: task, state: nil, use: uses)
        do {
            let state = try await task.value
            entries[selection]?.state = state
            makeRoom()
            return state
        } catch {
            entries[selection] = nil
            throw error
        }
    }

    /// The nearest earlier state that is there.
    private func base(for selection: RecordSelection) -> PastState? {
        guard selection.isWhole else { return nil }
        return entries.values.compactMap(\.state)
            .filter { $0.selection.isWhole && $0.selection.end < selection.end }
            .max { $0.selection.end < $1.selection.end }
    }

    private func makeRoom() {
        while entries.count > capacity,
            let oldest = entries.filter({ $0.value.state != nil }).min(by: { $0.value.use < $1.value.use })
        {
            if kept?.mayRemove ?? false { oldest.value.state?.scratch.discard() }
            entries[oldest.key] = nil
        }
        kept?.tidy(keeping: capacity, besides: Set(entries.values.compactMap(\.state?.scratch.name)))
    }
}
