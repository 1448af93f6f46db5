import Ledger
import Storage

/// Makes a state of the past: replays its records and packets into tables of their own, all of them or those behind an
/// earlier state.
struct PastStateMaker: Sendable {
    let book: RecordBook
    let selection: RecordSelection
    /// A state to go on from: whole, and not later than where the selection's choice begins.
    let base: PastState?
    let directory: String
    /// Where whole states outlive the process; nil for none.
    let kept: KeptStates?
    let catalogs: RuleCatalogs
    let rooms: PastStates.Rooms

    /// Packets that the earlier state has were removed since: a rebuild has them no longer.
    private struct Unfounded: Error {}

    /// What was read of the ledger on the way.
    private struct Passage {
        var sequence: Int64
        var milliseconds: Int64
        var admitted: [SegmentRange] = []
        var removed: [SegmentRange] = []
    }

    /// The state, taken up again where it was kept, else made, going on from a kept one where there is no other to go on from.
    ///
    /// - Throws: `RecordsError` with `.beyondLedger`, `.unknownAction`, `.removedPackets`; `StorageError`, `CatalogError`.
    func make() async throws -> PastState {
        if let state = try await takenUp() { return state }
        if base == nil, selection.isWhole, let kept {
            for end in kept.ends(before: selection.end) {
                if let earlier = try await maker(of: .all(to: end), from: nil).takenUp() {
                    return try await maker(of: selection, from: earlier).replayed()
                }
            }
        }
        return try await replayed()
    }

    private func maker(of selection: RecordSelection, from base: PastState?) -> PastStateMaker {
        PastStateMaker(
            book: book, selection: selection, base: base, directory: directory, kept: kept, catalogs: catalogs,
            rooms: rooms)
    }

    private func takenUp() async throws -> PastState? {
        guard let kept else { return nil }
        let (name, rules, time) = try await book.database.read { [self] connection in
            (
                try kept.name(of: selection, in: connection, with: book.archive.packets),
                try RulesOnRecord.last(in: selection, connection),
                try RecordStore.time(of: selection.end, in: connection)
            )
        }
        guard let name, let rules, let time, let scratch = ScratchDatabase.open(in: directory, named: name) else {
            return nil
        }
        return PastState(
            selection: selection, archive: try archive(with: rules), rulesRecord: rules.sequence,
            timeMilliseconds: time, scratch: scratch)
    }

    private func archive(with rules: LedgerRecord?) throws -> Archive {
        let present = book.archive
        let catalog = try rules.map { try catalogs.catalog(of: $0, from: present.attachments) } ?? present.catalog
        return Archive(attachments: present.attachments, packets: present.packets, catalog: catalog)
    }

    private func replayed() async throws -> PastState {
        let (last, rules, name) = try await book.database.read { [self] connection in
            (
                try RecordStore.lastSequence(in: connection), try RulesOnRecord.last(in: selection, connection),
                try kept?.name(of: selection, in: connection, with: book.archive.packets)
            )
        }
        guard selection.start >= 1, selection.end <= last else {
            let asked = selection.start < 1 ? selection.start : selection.end
            throw RecordsError(.beyondLedger, field: String(last), detail: String(asked))
        }
        let archive = try archive(with: rules)
        var passage = Passage(sequence: base?.selection.end ?? 0, milliseconds: base?.timeMilliseconds ?? 0)
        let scratch: ScratchDatabase
        do {
            scratch = try await ScratchDatabase.make(in: directory, named: name, from: base?.scratch) { database in
                let replay = try await replay(in: database, archive)
                try await applyRecords(&passage, replay, to: database)
                if base != nil, !passage.removed.isEmpty { throw Unfounded() }
                try await applyPackets(passage, replay, to: database)
                if let base, base.rulesRecord != rules?.sequence {
                    try await database.write { try replay.followRules(in: $0) }
                }
            }
        } catch is Unfounded {
            return try await maker(of: selection, from: nil).replayed()
        }
        return PastState(
            selection: selection, archive: archive, rulesRecord: rules?.sequence,
            timeMilliseconds: passage.milliseconds, scratch: scratch)
    }

    private func replay(in database: Database, _ archive: Archive) async throws -> Replay {
        try await database.migrate(LedgerTable.migrations)
        let capabilities = try await database.read(rooms)
        try await database.migrate(capabilities.flatMap(\.migrations))
        let replay = Replay(projections: capabilities.flatMap(\.projections), archive: archive)
        if base == nil { try await database.write { try replay.makeTables(in: $0) } }
        return replay
    }

    private func applyRecords(_ passage: inout Passage, _ replay: Replay, to database: Database) async throws {
        while passage.sequence < selection.end {
            let after = passage.sequence
            let page = try await book.database.read {
                try LedgerTable.storedRecords(after: after, limit: Replay.recordsAtOnce, in: $0)
            }
            guard let last = page.last else { return }
            passage.sequence = last.sequence
            var chosen: [(record: LedgerRecord, bytes: [UInt8])] = []
            for (sequence, bytes) in page where sequence <= selection.end {
                let record = try LedgerRecord(canonical: bytes)
                guard selection.contains(sequence, with: try book.effect(ofAction: record.action)) else { continue }
                chosen.append((record, bytes))
                passage.milliseconds = record.timeMilliseconds
                for admission in book.admissions {
                    if let range = admission.admitted(record) { passage.admitted.append(range) }
                    if let range = admission.removed(record) { passage.removed.append(range) }
                }
            }
            let records = chosen
            try await database.write { connection in
                for (record, bytes) in records {
                    try LedgerTable.append(record, bytes, to: connection)
                    try replay.apply(record, to: connection)
                }
            }
        }
    }

    private func applyPackets(_ passage: Passage, _ replay: Replay, to database: Database) async throws {
        let removed = passage.removed
        let ranges = passage.admitted.filter { range in !removed.contains { $0.contains(range.start) } }
            .sorted { $0.start < $1.start }
        let gone = book.archive.packets.expiredSegments
        if let range = ranges.first(where: { range in gone.contains { $0.contains(range.start) } }) {
            throw RecordsError(.removedPackets, field: String(selection.end), detail: range.name)
        }
        for range in ranges {
            var position = range.start
            while position < range.end {
                let start = position
                let next = try await database.write { connection in
                    let done = try replay.applyPackets(from: start, before: range.end, to: connection)
                    try LedgerTable.movePacketCursor(to: done?.next ?? range.end, in: connection)
                    return done?.next
                }
                guard let next else { break }
                position = next
            }
        }
    }
}
