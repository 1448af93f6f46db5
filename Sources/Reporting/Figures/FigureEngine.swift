import Records
import Standards
package import Storage

/// Computes figures within one reading of the store, each once however often it is asked for.
package final class FigureEngine {
    private let definitions: FigureBook
    private let connection: ReadConnection
    private var known: [FigureRequest: FigureValue] = [:]
    /// The last record that every value takes account of.
    package let asOf: Int64

    package init(_ definitions: FigureBook, in connection: ReadConnection) throws {
        self.definitions = definitions
        self.connection = connection
        asOf = try RecordStore.lastSequence(in: connection)
    }

    /// A figure's value.
    ///
    /// - Throws: `ReportingError` when the figure is not defined or an argument is missing.
    package func value(_ request: FigureRequest) throws -> FigureValue {
        if let value = known[request] { return value }
        let definition = try definitions.definition(request.id, on: request.date)
        for name in definition.arguments where request.arguments[name] == nil {
            throw ReportingError(.missingArgument, subject: request.id, detail: name)
        }
        // Arguments that the figure does not take would make equal figures look different.
        let trimmed = FigureRequest(
            request.id, on: request.date, request.arguments.filter { definition.arguments.contains($0.key) })
        let value = try compute(trimmed, definition)
        known[request] = value
        return value
    }

    /// The arguments of a request in the words of people: 衡央公园 PM2.5.
    package func subject(of request: FigureRequest) throws -> String {
        try request.arguments.keys.sorted(by: >).compactMap { try name(of: $0, in: request) }.joined(separator: " ")
    }

    /// One argument of a request in the words of people; nil when the request has none of this name.
    package func name(of argument: String, in request: FigureRequest) throws -> String? {
        guard let value = request.arguments[argument] else { return nil }
        for source in definitions.sources {
            if let name = try source.name(of: argument, value: value, in: connection) { return name }
        }
        return value
    }

    private func compute(_ request: FigureRequest, _ definition: FigureDefinition) throws -> FigureValue {
        let span = definition.period.span(at: request.date)
        let exact: Rational?
        var inputs: [FigureInput] = []
        var parts: [FigureRequest] = []
        switch definition.basis {
        case .selection(let selection):
            inputs = try rows(selection, request, span)
            exact = try definition.measure.value(of: inputs, percentile: definition.percentile)
        case .figures(let first, let second, let isRounded):
            parts = [first, second].map { FigureRequest($0, on: request.date, request.arguments) }
            let values = try parts.map { part in
                let value = try self.value(part)
                return isRounded ? value.rounded.map { Rational($0) } : value.exact
            }
            exact = try definition.measure.value(of: values[0], and: values[1])
        }
        let isEmpty = inputs.isEmpty && [.maximum, .list].contains(definition.measure)
        let present = isEmpty && definition.measure == .maximum ? nil : exact
        let rounded = try definition.decimals.flatMap { decimals in try present?.rounded(decimals: decimals) }
        let expected = try definition.completeness.flatMap { completeness in
            try value(FigureRequest(completeness.expected, on: request.date, request.arguments)).exact.map {
                try $0.floor
            }
        }
        return FigureValue(
            request: request, definition: definition, span: span, exact: present, rounded: rounded,
            printed: FigurePrint.text(definition, exact: present, rounded: rounded, inputs: inputs), inputs: inputs,
            parts: parts, expected: expected, asOf: asOf)
    }

    private func rows(
        _ selection: FigureSelection, _ request: FigureRequest, _ span: (from: CivilDate, to: CivilDate)
    ) throws -> [FigureInput] {
        let builtIn = FigureSelection.values(at: request.date, span: span)
        let values = request.arguments.merging(builtIn) { _, builtIn in builtIn }
        return try connection.rows(selection.sql(values)) { row in
            FigureInput(
                id: InputID(rawValue: try row.text("record")), label: try row.optionalText("label") ?? "",
                value: try Self.number(row.anyText("value")), weight: try Self.number(row.anyText("weight")) ?? 1,
                rule: try row.anyText("rule") ?? "")
        }
    }

    private static func number(_ text: String?) throws -> Rational? {
        guard let text else { return nil }
        guard let value = Rational(text) else { throw ReportingError(.notANumber, subject: "", detail: text) }
        return value
    }
}
