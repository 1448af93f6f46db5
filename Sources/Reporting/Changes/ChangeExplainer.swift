import Catalog
package import Records
import Standards
import Storage

/// Splits the difference of a figure between two moments of the ledger by replay: the earlier state, then with the late data,
/// with the reviews too, with the changed scope too, and at last with the rules, which is the later state.
package struct ChangeExplainer: Sendable {
    private let book: RecordBook
    private let states: PastStates
    private let sources: [any FigureSource]

    /// - Parameter sources: what figures select from.
    package init(book: RecordBook, states: PastStates, sources: [any FigureSource]) {
        self.book = book
        self.states = states
        self.sources = sources
    }

    /// Explains a difference.
    ///
    /// - Parameters:
    ///   - from: the last record of the earlier moment.
    ///   - to: the last record of the later one.
    /// - Throws: as `PastStates.state(at:)`; `RecordsError` with `.invalid` when the moments are the wrong way round.
    package func explain(_ request: FigureRequest, from: Int64, to: Int64) async throws -> FigureChange {
        guard from < to else { throw RecordsError(.invalid, field: "between", detail: "\(from)–\(to)") }
        let headers = try await book.database.read { try RecordStore.headers(after: from, through: to, in: $0) }
        var records: [ActionEffect: [RecordHeader]] = [:]
        for header in headers { records[try book.effect(ofAction: header.action), default: []].append(header) }
        let present = Set(ActionEffect.parts.filter { records[$0]?.isEmpty == false })
        var moment = try await self.moment(of: request, in: .all(to: from))
        var parts: [FigureChange.Part] = []
        var taken: Set<ActionEffect> = []
        for effect in ActionEffect.parts {
            let before = moment
            if present.contains(effect) {
                taken.insert(effect)
                // With the last of the effects that occur the later state is reached; what has no effect comes with it.
                let selection: RecordSelection =
                    taken == present ? .all(to: to) : .all(to: from, and: taken, to: to)
                moment = try await self.moment(of: request, in: selection)
            }
            parts.append(
                FigureChange.Part(effect: effect, before: before, after: moment, records: records[effect] ?? []))
        }
        return FigureChange(request: request, from: from, to: to, parts: parts)
    }

    private func moment(of request: FigureRequest, in selection: RecordSelection) async throws -> FigureMoment {
        try await states.state(of: selection).figure(request, sources: sources)
    }
}

extension PastState {
    /// The figures by the rules of this state.
    ///
    /// - Throws: `CatalogError` with `.faulty` when this version of the program cannot read them.
    package func figures(_ sources: [any FigureSource]) throws -> FigureBook {
        try FigureBook(archive.catalog, sources: sources)
    }

    /// A figure as it was.
    package func figure(_ request: FigureRequest, sources: [any FigureSource]) async throws -> FigureMoment {
        let figures = try figures(sources)
        return try await read { connection in
            do {
                return .value(try FigureEngine(figures, in: connection).value(request))
            } catch let error as ReportingError where error.code == .unknownFigure || error.code == .notInForce {
                return .undefined(error)
            }
        }
    }
}
