import Catalog
import Foundation
import Records
import Reporting
import Standards
import TestKit
import Testing

/// Laws of the past, on histories made up from seeds. `QINGHENG_HISTORIES` sets their number, `QINGHENG_CHANGES` how many
/// things happen in the long one: `script/soak` runs ten thousand, and a thousand changes.
@Suite(.timeLimit(.minutes(600)))
struct HistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let histories = environment["QINGHENG_HISTORIES"].flatMap { Int($0) } ?? 16
    private static let changes = environment["QINGHENG_CHANGES"].flatMap { Int($0) } ?? 40
    private static let seed = environment["QINGHENG_SEED"].flatMap { UInt64($0) } ?? 20_261_122

    private let shared = FileManager.default.temporaryDirectory.appendingPathComponent("rules-\(UUID().uuidString)")

    private func withHistories(_ body: (HistoryRules, RuleCatalogs) async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(at: shared) }
        try await body(try HistoryRules(), RuleCatalogs())
    }

    /// Asks for the figures of a moment by replay.
    private func replayed(_ moment: RandomHistory.Moment, in history: RandomHistory) async throws
        -> [FigureRequest: Rational?]
    {
        let state = try await history.states.state(at: moment.sequence)
        var values: [FigureRequest: Rational?] = [:]
        for request in RandomHistory.requests {
            values[request] = try await state.figure(request, sources: RandomHistory.sources).exact
        }
        return values
    }

    @Test func `explained parts add up exactly, from the value that was to the value that came of it`() async throws {
        try await withHistories { rules, catalogs in
            var changed: [ActionEffect: Int] = [:]
            for number in 0..<Self.histories {
                let seed = Self.seed &+ UInt64(number)
                let history = try await RandomHistory(
                    seed: seed, rules: rules, shared: shared.path, catalogs: catalogs)
                try await history.takeNote()
                try await history.run(events: 9)
                // Between the first moment and the last most things lie, and the same ones in every run.
                guard let first = history.moments.dropLast().first, let last = history.moments.last else {
                    continue
                }
                for part in try await check(from: first, to: last, in: history, seed: seed) where part.isChanged {
                    changed[part.effect, default: 0] += 1
                }
            }
            // A law about nothing holds easily: each cause must have changed some figure. Reviews change none yet.
            for effect in [ActionEffect.data, .scope, .rule] { #expect(changed[effect, default: 0] > 0, "\(effect)") }
        }
    }

    private func check(
        from first: RandomHistory.Moment, to last: RandomHistory.Moment, in history: RandomHistory, seed: UInt64
    ) async throws -> [FigureChange.Part] {
        let explainer = ChangeExplainer(book: history.book, states: history.states, sources: RandomHistory.sources)
        var parts: [FigureChange.Part] = []
        for request in RandomHistory.requests {
            let change = try await explainer.explain(request, from: first.sequence, to: last.sequence)
            #expect(change.parts.map(\.effect) == ActionEffect.parts)
            #expect(change.before?.exact == first.values[request] ?? nil, "\(seed) \(request.id)")
            #expect(change.after?.exact == last.values[request] ?? nil, "\(seed) \(request.id)")
            for (part, next) in zip(change.parts, change.parts.dropFirst()) {
                #expect(part.after.exact == next.before.exact, "\(seed) \(request.id)")
            }
            let differences = change.parts.map(\.difference)
            if differences.allSatisfy({ $0 != nil }) {
                let sum = differences.compactMap { $0 }.reduce(Rational.zero, +)
                #expect(sum == change.difference, "\(seed) \(request.id)")
            } else {
                #expect(change.parts.contains { $0.note != nil }, "\(seed) \(request.id)")
            }
            for part in change.parts where part.records.isEmpty { #expect(!part.isChanged, "\(seed) \(request.id)") }
            parts += change.parts
        }
        return parts
    }

    @Test func `a figure as of a record is what it was then, however much has happened since`() async throws {
        try await withHistories { rules, catalogs in
            let history = try await RandomHistory(
                seed: Self.seed, rules: rules, shared: shared.path, catalogs: catalogs)
            try await history.run(events: 12)
            let early = history.moments
            try await history.run(events: Self.changes)
            for moment in early + history.moments.suffix(3) {
                let values = try await replayed(moment, in: history)
                #expect(values == moment.values, "\(moment.sequence)")
            }
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
                // The last one is the present: its tables are those of a rebuild.
                let last = try #require(sequences.last)
                try await history.book.rebuild()
                let rebuilt = try await history.dumpOfPresent()
                #expect(rebuilt == grown[last], "\(number)")
            }
        }
    }

    private func dump(_ state: PastState) async throws -> [String: [String]] {
        try await state.read { try RandomHistory.dump($0) }
    }
}
