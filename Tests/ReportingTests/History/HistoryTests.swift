import Catalog
import Foundation
import Records
import Reporting
import Standards
import TestKit
import Testing

/// Laws of the past, on histories made up from seeds. `QINGHENG_HISTORIES` sets their number, `QINGHENG_CHANGES` how many
/// things happen in the long one: `script/soak` runs ten thousand, and a thousand changes. What fails names its seed: with
/// `QINGHENG_SEED` set to it and `QINGHENG_HISTORIES` to 1 it is repeated.
@Suite(.timeLimit(.minutes(600)))
struct HistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let histories = environment["QINGHENG_HISTORIES"].flatMap { Int($0) } ?? 16
    private static let changes = environment["QINGHENG_CHANGES"].flatMap { Int($0) } ?? 40
    private static let seed = environment["QINGHENG_SEED"].flatMap { UInt64($0) } ?? 20_261_122
    /// Fewer need not hold every kind of change.
    private static let leastForAllEffects = 16
    private static let progressEvery = 500

    private let shared = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")

    private func withHistories(_ body: (HistoryRules, RuleCatalogs) async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(at: shared) }
        try await body(try HistoryRules(), RuleCatalogs())
    }

    @Test func `explained parts add up, the past is what it was, claims are made again, tables are rebuilt`()
        async throws
    {
        try await withHistories { rules, catalogs in
            let path = shared.path
            var total = HistoryLaws.Tally()
            try await withThrowingTaskGroup(of: HistoryLaws.Tally.self) { group in
                var started = 0
                var done = 0
                func start() {
                    guard started < Self.histories else { return }
                    let seed = Self.seed &+ UInt64(started)
                    started += 1
                    group.addTask {
                        let history = try await RandomHistory(
                            seed: seed, rules: rules, shared: path, catalogs: catalogs)
                        return try await HistoryLaws(history, seed: seed).check()
                    }
                }
                for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { start() }
                while let tally = try await group.next() {
                    total.add(tally)
                    done += 1
                    if done.isMultiple(of: Self.progressEvery) { print("  \(done) histories: \(total)") }
                    start()
                }
            }
            // A law about nothing holds easily: each cause must have changed some figure. Reviews change none yet.
            if Self.histories >= Self.leastForAllEffects {
                for effect in [ActionEffect.data, .scope, .rule] {
                    #expect(total.changed[effect, default: 0] > 0, "\(effect)")
                }
                #expect(total.claims > 0)
            }
        }
    }

    @Test func `a figure as of a record and a sealed claim are what they were, however much has happened since`()
        async throws
    {
        try await withHistories { rules, catalogs in
            let history = try await RandomHistory(
                seed: Self.seed, rules: rules, shared: shared.path, catalogs: catalogs)
            try await history.run(events: 12)
            try await history.seal()
            let early = history.moments
            try await history.run(events: Self.changes)
            let laws = HistoryLaws(history, seed: Self.seed)
            for moment in early + history.moments.suffix(3) { try await laws.checkValues(of: moment) }
            try await laws.checkClaims(ofFirst: 3)
        }
    }

    @Test func `a state made from an earlier one has the tables that it has when it is made afresh`() async throws {
        try await withHistories { rules, catalogs in
            for number in 0..<max(1, Self.histories / 8) {
                let history = try await RandomHistory(
                    seed: Self.seed &+ 7_000 &+ UInt64(number), rules: rules, shared: shared.path, catalogs: catalogs)
                try await history.run(events: 16)
                let sequences = history.moments.map(\.sequence)
                var grown: [Int64: [String: [String]]] = [:]
                for sequence in sequences { grown[sequence] = try await dump(history.states.state(at: sequence)) }
                for sequence in sequences {
                    let fresh = try await dump(history.freshStates().state(at: sequence))
                    #expect(Set(fresh.keys) == Set(grown[sequence, default: [:]].keys))
                    for (table, rows) in fresh {
                        #expect(grown[sequence]?[table] == rows, "\(number): \(table) as of \(sequence)")
                    }
                }
            }
        }
    }

    private func dump(_ state: PastState) async throws -> [String: [String]] {
        try await state.read { try RandomHistory.dump($0) }
    }
}
