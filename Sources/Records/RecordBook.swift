package import Ledger
package import Storage
import Synchronization

/// The bureau's book: the only way to write.
///
/// An action is checked, appended to the ledger and projected in one transaction, so that nothing is half done; the
/// caller hears of success only when all of it is on disk.
package final class RecordBook: Sendable {
    /// The time in milliseconds since 1970-01-01T00:00:00Z.
    package typealias Clock = @Sendable () -> Int64

    package let database: Database
    package let archive: Archive
    let projections: [any Projection]
    /// How records put packets on record.
    let admissions: [PacketAdmission]
    private let kinds: [String: ActionKind]
    package let clock: Clock

    let pace = Mutex(PacketPace())

    /// Opens the book, bringing the tables to the shape that the capabilities want.
    ///
    /// - Parameters:
    ///   - acceptsStaleProjections: true only for a book that is rebuilt at once.
    ///   - isReadOnly: true for questions beside the process that owns the store: nothing is brought into shape.
    /// - Throws: `RecordsError` with `.staleProjection` when projections were made by another version.
    package init(
        database: Database, archive: Archive, capabilities: [Capability], acceptsStaleProjections: Bool = false,
        isReadOnly: Bool = false, clock: @escaping Clock
    ) async throws {
        self.database = database
        self.archive = archive
        self.clock = clock
        projections = capabilities.flatMap(\.projections)
        admissions = capabilities.compactMap(\.packets)
        kinds = Dictionary(
            capabilities.flatMap(\.actions).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let migrations = LedgerTable.migrations + capabilities.flatMap(\.migrations)
        if isReadOnly {
            try await demandShape(migrations)
            return
        }
        try await database.migrate(migrations)
        if !acceptsStaleProjections { try await prepareProjections() }
    }

    /// Puts one action on record.
    ///
    /// - Throws: `RecordsError`, or what the action's own check throws; then nothing has changed.
    @discardableResult
    package func record(_ action: Action) async throws -> LedgerRecord {
        try await record([action])[0]
    }

    /// Puts several actions on record in one transaction: all or none.
    ///
    /// - Parameter beside: writes in the same transaction what stands in no record: secrets, sessions (`…State`).
    @discardableResult
    package func record(
        _ actions: [Action], beside: (@Sendable (WriteConnection) throws -> Void)? = nil
    ) async throws -> [LedgerRecord] {
        try await database.write { [self] connection in
            var appender = try LedgerAppender(connection)
            let records = try actions.map { action in
                let kind = try permittedKind(of: action)
                let now = clock()
                try kind.check(action, connection.reading, now)
                try kind.ruleCheck?(action, connection.reading, now, archive.catalog)
                let sequence = appender.lastSequence + 1
                let record = LedgerRecord(
                    sequence: sequence, timeMilliseconds: now,
                    actor: action.actor.id, action: action.name, subject: action.subject,
                    body: try action.body(of: sequence, with: appender.hasher, in: connection), rules: action.rules)
                try appender.append(record)
                try PersonalState.carryOut(record, in: connection)
                try replay.apply(record, to: connection)
                if RuleActions.decidesStoredValues(record) { try replay.followRules(in: connection) }
                return record
            }
            try appender.finish()
            try beside?(connection)
            return records
        }
    }

    /// What the records of an action can change in figures.
    ///
    /// - Throws: `RecordsError` with `.unknownAction` when no capability offers it.
    package func effect(ofAction name: String) throws -> ActionEffect {
        guard let kind = kinds[name] else { throw RecordsError(.unknownAction, detail: name) }
        return kind.effect
    }

    /// What an action does, in Chinese; its name where no capability offers it.
    package func word(ofAction name: String) -> String { kinds[name]?.word ?? name }

    /// Every action that a capability offers, with what it does in Chinese.
    package var actionWords: [String: String] { kinds.mapValues(\.word) }

    private func permittedKind(of action: Action) throws -> ActionKind {
        guard let kind = kinds[action.name] else { throw RecordsError(.unknownAction, detail: action.name) }
        guard action.actor.permissions.contains(kind.permission) else {
            throw RecordsError(.notPermitted, detail: kind.permission.rawValue)
        }
        // The columns of the ledger, which must be what its bytes say, cannot hold it.
        guard !action.subject.utf8.contains(0), !action.actor.id.utf8.contains(0) else {
            throw RecordsError(.invalid, field: "subject", detail: "NUL")
        }
        return kind
    }
}
