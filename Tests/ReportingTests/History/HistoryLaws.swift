import Ledger
import Records
import Reporting
import Standards
import Storage
import Testing

/// What must hold of the past of every history.
struct HistoryLaws {
    /// What a check was about, so that nobody takes a law about nothing for proved.
    struct Tally: CustomStringConvertible {
        var changed: [ActionEffect: Int] = [:]
        var parts = 0
        var moments = 0
        var claims = 0

        mutating func add(_ other: Tally) {
            changed.merge(other.changed, uniquingKeysWith: +)
            parts += other.parts
            moments += other.moments
            claims += other.claims
        }

        var description: String {
            let causes = ActionEffect.parts.map { "\($0) \(changed[$0, default: 0])" }.joined(separator: ", ")
            return "\(parts) parts (changed: \(causes)), \(moments) moments, \(claims) claims"
        }
    }

    private static let events = 9

    private let history: RandomHistory
    private let seed: UInt64

    init(_ history: RandomHistory, seed: UInt64) {
        self.history = history
        self.seed = seed
    }

    /// Lets things happen and asks for all of it.
    func check() async throws -> Tally {
        try await history.takeNote()
        try await history.run(events: Self.events)
        var tally = Tally()
        // Between the first moment and the last most things lie, and the same ones in every run.
        if let first = history.moments.dropLast().first, let last = history.moments.last {
            tally.add(try await checkParts(from: first, to: last))
        }
        for moment in history.moments {
            try await checkValues(of: moment)
            tally.moments += 1
        }
        tally.claims = try await checkClaims()
        try await checkRebuild()
        return tally
    }

    private func checkParts(from first: RandomHistory.Moment, to last: RandomHistory.Moment) async throws -> Tally {
        let explainer = ChangeExplainer(book: history.book, states: history.states, sources: RandomHistory.sources)
        var tally = Tally()
        for request in RandomHistory.requests {
            let change = try await explainer.explain(request, from: first.sequence, to: last.sequence)
            #expect(change.parts.map(\.effect) == ActionEffect.parts)
            #expect(change.before?.exact == first.values[request] ?? nil, "seed \(seed) \(request.id)")
            #expect(change.after?.exact == last.values[request] ?? nil, "seed \(seed) \(request.id)")
            for (part, next) in zip(change.parts, change.parts.dropFirst()) {
                #expect(part.after.exact == next.before.exact, "seed \(seed) \(request.id)")
            }
            let differences = change.parts.map(\.difference)
            if differences.allSatisfy({ $0 != nil }) {
                let sum = differences.compactMap { $0 }.reduce(Rational.zero, +)
                #expect(sum == change.difference, "seed \(seed) \(request.id)")
            } else {
                #expect(change.parts.contains { $0.note != nil }, "seed \(seed) \(request.id)")
            }
            for part in change.parts {
                if part.records.isEmpty { #expect(!part.isChanged, "seed \(seed) \(request.id)") }
                if part.isChanged { tally.changed[part.effect, default: 0] += 1 }
            }
            tally.parts += change.parts.count
        }
        return tally
    }

    /// The figures of a moment by replay are those that were computed then.
    func checkValues(of moment: RandomHistory.Moment) async throws {
        let state = try await history.states.state(at: moment.sequence)
        let figures = try state.figures(RandomHistory.sources)
        let replayed = try await state.read { try RandomHistory.values(by: figures, in: $0) }
        #expect(replayed == moment.values, "seed \(seed) as of \(moment.sequence)")
    }

    /// The claims of sealed documents, made again as of their record, are the same, byte by byte.
    ///
    /// - Returns: how many there were.
    @discardableResult
    func checkClaims(ofFirst count: Int = .max) async throws -> Int {
        var compared = 0
        for (document, claims) in try await history.sealedClaims().prefix(count) {
            let state = try await history.states.state(at: document.asOf)
            let figures = try state.figures(RandomHistory.sources)
            let made = try await state.read { connection in
                let engine = try FigureEngine(figures, in: connection)
                let values = try claims.claims.compactMap(\.request).map { try engine.value($0) }
                return try ClaimSet(values, engine: engine, hasher: claims.tree.hasher)
            }
            #expect(made.tree.root == document.root, "seed \(seed), sealed as of \(document.asOf)")
            for (again, sealed) in zip(made.claims, claims.claims) {
                #expect(again == sealed, "seed \(seed), sealed as of \(document.asOf)")
            }
            compared += claims.claims.count
        }
        return compared
    }

    /// The tables are those that a replay of all records makes, and those of a rebuild.
    private func checkRebuild() async throws {
        guard let last = history.moments.last else { return }
        let kept = try await history.dumpOfPresent()
        let replayed = try await history.states.state(at: last.sequence).read { try RandomHistory.dump($0) }
        try await history.book.rebuild()
        let rebuilt = try await history.dumpOfPresent()
        for table in Set(kept.keys).union(rebuilt.keys).sorted() {
            #expect(differing(rebuilt[table], kept[table]) == [], "seed \(seed): \(table) rebuilt")
            #expect(differing(replayed[table], kept[table]) == [], "seed \(seed): \(table) as of \(last.sequence)")
        }
    }

    /// The rows that only one of two tables has; the first few, for people.
    private func differing(_ one: [String]?, _ other: [String]?) -> [String] {
        if one == other { return [] }
        return Array(Set(one ?? ["no table"]).symmetricDifference(other ?? ["no table"]).sorted().prefix(4)) + ["…"]
    }
}
