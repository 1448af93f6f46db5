import Ledger
package import Records
package import Reporting
import Storage

extension Bureau {
    /// A figure as it is or was.
    ///
    /// - Throws: `ReportingError` when it is not defined; as `PastStates.state(at:)`.
    package func figure(_ request: FigureRequest, asOf: AsOf) async throws -> FigureAnswer {
        switch asOf {
        case .live:
            let figures = figures
            return try await book.database.read { connection in
                let rules = try RulesOnRecord.last(in: connection)?.sequence
                return try Self.answer(request, figures, asOf, rules: rules, in: connection)
            }
        case .at(let sequence):
            let state = try await past.state(at: sequence)
            let figures = try state.figures(Capabilities.sources)
            return try await state.read { connection in
                try Self.answer(request, figures, asOf, rules: state.rulesRecord, in: connection)
            }
        }
    }

    private static func answer(
        _ request: FigureRequest, _ figures: FigureBook, _ asOf: AsOf, rules: Int64?, in connection: ReadConnection
    ) throws -> FigureAnswer {
        let engine = try FigureEngine(figures, in: connection)
        let value = try engine.value(request)
        return FigureAnswer(
            value: value, subject: try engine.subject(of: value.request), asOf: asOf,
            timeMilliseconds: try RecordStore.time(of: engine.asOf, in: connection), rulesRecord: rules)
    }

    /// Why a figure is another one at a later record of the ledger.
    ///
    /// - Throws: as `ChangeExplainer.explain`.
    package func explainChange(_ request: FigureRequest, from: Int64, to: Int64) async throws -> FigureChange {
        try await ChangeExplainer(book: book, states: past, sources: Capabilities.sources)
            .explain(request, from: from, to: to)
    }
}
