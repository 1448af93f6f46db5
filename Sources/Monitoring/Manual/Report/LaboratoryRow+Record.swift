import Ledger
import Standards

extension LaboratoryRow {
    /// As it stands in the body of a record.
    var canonical: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "line": .integer(Int64(line)), "sample": .string(sample), "item": .string(item),
            "kind": .string(kind.rawValue), "value": .string(value.description), "below": .bool(isBelowDetection),
            "method": .string(method),
        ]
        members["limit"] = limit.map { .string($0.description) }
        return .object(members)
    }

    /// - Returns: nil where it is none.
    init?(_ canonical: CanonicalValue) {
        guard let line = canonical["line"]?.integer, let sample = canonical["sample"]?.text,
            let item = canonical["item"]?.text, let kind = canonical["kind"]?.text.flatMap(Kind.init(rawValue:)),
            let value = canonical["value"]?.text.flatMap({ ExactDecimal($0) })
        else { return nil }
        self.init(
            line: Int(line), sample: sample, item: item, kind: kind, value: value,
            isBelowDetection: canonical["below"]?.bool ?? false,
            limit: canonical["limit"]?.text.flatMap { ExactDecimal($0) }, method: canonical["method"]?.text ?? "")
    }

    /// The rows in the body of a record; a row that is none is left out.
    static func rows(in body: CanonicalValue) -> [LaboratoryRow] {
        (body["rows"]?.elements ?? []).compactMap { LaboratoryRow($0) }
    }
}
