import Catalog
package import Ledger
import Records
import Standards

/// A figure as it was printed, bound to what it rests on: definition, parameters, moment, value, inputs
/// (Docs/formats/claim.md). Its bytes are a leaf of the tree whose root the record of the sealed document holds.
package struct Claim: Hashable, Sendable {
    package static let kind = "claim"
    package static let version: Int64 = 1

    /// The canonical form: all there is.
    package let body: CanonicalValue

    /// - Parameters:
    ///   - value: the figure.
    ///   - inputs: the root over its inputs.
    ///   - parts: the places, in the document's list of claims, of the two figures it is computed from; empty otherwise.
    init(_ value: FigureValue, inputs: TreeHash, parts: [Int]) {
        let definition = value.definition
        var body: [String: CanonicalValue] = [
            "kind": .string(Self.kind), "version": .integer(Self.version), "figure": .string(definition.id),
            "since": .string(definition.header.effective.from.description), "title": .string(definition.header.title),
            "date": .string(value.request.date.description), "from": .string(value.span.from.description),
            "to": .string(value.span.to.description),
            "arguments": .object(value.request.arguments.mapValues(CanonicalValue.string)),
            "asOf": .integer(value.asOf), "measure": .string(definition.measure.rawValue),
            "exact": value.exact.map { .string($0.description) } ?? .null,
            "rounded": value.rounded.map { .string($0.description) } ?? .null,
            "printed": .string(value.printed), "unit": .string(definition.unit),
            "decimals": definition.decimals.map { .integer(Int64($0)) } ?? .null,
            "expected": value.expected.map { .integer(Int64($0)) } ?? .null,
            "present": .integer(Int64(value.inputs.count { $0.value != nil })),
            "rules": .array(value.rules.map(CanonicalValue.string)),
            "inputs": ["count": .integer(Int64(value.inputs.count)), "root": .string(inputs.base64)],
            "parts": .array(parts.map { .integer(Int64($0)) }),
        ]
        if let percentile = definition.percentile { body["percentile"] = .string(percentile.description) }
        if case .figures(_, _, let isRounded) = definition.basis { body["partsRounded"] = .bool(isRounded) }
        self.body = .object(body)
    }

    /// Reads a claim.
    ///
    /// - Throws: `ReportingError` with `.damagedClaim`, `LedgerError` with `.notCanonical`.
    package init(canonical bytes: [UInt8]) throws {
        body = try CanonicalValue(canonical: bytes)
        guard body["kind"]?.text == Self.kind, body["version"]?.integer == Self.version, request != nil,
            body["inputs"]?["root"]?.text != nil, body["asOf"]?.integer != nil
        else { throw ReportingError(.damagedClaim, subject: body["figure"]?.text ?? "", detail: "") }
    }

    /// The canonical bytes: what its leaf hashes.
    package func bytes() throws(LedgerError) -> [UInt8] { try body.bytes() }

    /// Which figure it prints; nil when the bytes do not say.
    package var request: FigureRequest? {
        guard let id = body["figure"]?.text, let date = CivilDate(body["date"]?.text ?? ""),
            let arguments = body["arguments"]?.members
        else { return nil }
        return FigureRequest(id, on: date, arguments.compactMapValues(\.text))
    }

    /// Whether another claim says the same of the same inputs, be it as of another record.
    func agrees(with other: Claim) -> Bool {
        func timeless(_ claim: Claim) -> [String: CanonicalValue] {
            (claim.body.members ?? [:]).filter { $0.key != "asOf" }
        }
        return timeless(self) == timeless(other)
    }

    /// The last record that it takes account of.
    package var asOf: Int64 { body["asOf"]?.integer ?? 0 }
    /// What the document prints.
    package var printed: String { body["printed"]?.text ?? "" }
    /// How many inputs it has.
    package var inputCount: Int64 { body["inputs"]?["count"]?.integer ?? 0 }
    /// The root over its inputs, in base64.
    package var inputRoot: String { body["inputs"]?["root"]?.text ?? "" }
    /// The places of the figures it is computed from.
    package var parts: [Int] { (body["parts"]?.elements ?? []).compactMap { $0.integer.map(Int.init) } }
}
