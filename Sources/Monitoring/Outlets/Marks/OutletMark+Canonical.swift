import Ledger
import Standards

extension OutletMark {
    /// The form in records.
    var canonical: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "outlet": .string(outlet), "mark": .string(kind.rawValue), "start": .integer(span.start.secondsSince1970),
            "seconds": .integer(Int64(span.seconds)), "made": .integer(madeAt.secondsSince1970),
            "maker": .string(maker), "line": .integer(Int64(line)),
        ]
        members["item"] = item.map(CanonicalValue.string)
        for (key, text) in [("event", event), ("industry", industry), ("note", note)] where !text.isEmpty {
            members[key] = .string(text)
        }
        if isWithdrawn { members["withdrawn"] = true }
        return .object(members)
    }

    /// The marks of a record; an element that is none is left out.
    static func all(in body: CanonicalValue, of sequence: Int64) -> [OutletMark] {
        (body["marks"]?.elements ?? []).compactMap { element in
            guard let outlet = element["outlet"]?.text, let kind = element["mark"]?.text.flatMap(Kind.init(rawValue:)),
                let start = element["start"]?.integer, let seconds = element["seconds"]?.integer,
                let made = element["made"]?.integer
            else { return nil }
            return OutletMark(
                outlet: outlet, item: element["item"]?.text, kind: kind, event: element["event"]?.text ?? "",
                industry: element["industry"]?.text ?? "",
                span: Period(start: Instant(secondsSince1970: start), seconds: Int(seconds)),
                madeAt: Instant(secondsSince1970: made), maker: element["maker"]?.text ?? "",
                note: element["note"]?.text ?? "", isWithdrawn: element["withdrawn"]?.bool ?? false,
                sequence: sequence, line: Int(element["line"]?.integer ?? 0))
        }
    }
}

extension OutletReplacement {
    /// The form in records.
    var canonical: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "outlet": .string(outlet), "item": .string(item), "start": .integer(start.secondsSince1970),
            "value": .string(value.description), "made": .integer(madeAt.secondsSince1970), "maker": .string(maker),
            "line": .integer(Int64(line)),
        ]
        for (key, text) in [("method", method), ("note", note)] where !text.isEmpty { members[key] = .string(text) }
        return .object(members)
    }

    /// The replacement values of a record; an element that is none is left out.
    static func all(in body: CanonicalValue, of sequence: Int64) -> [OutletReplacement] {
        (body["replacements"]?.elements ?? []).compactMap { element in
            guard let outlet = element["outlet"]?.text, let item = element["item"]?.text,
                let start = element["start"]?.integer, let value = element["value"]?.text.flatMap({ ExactDecimal($0) }),
                let made = element["made"]?.integer
            else { return nil }
            return OutletReplacement(
                outlet: outlet, item: item, start: Instant(secondsSince1970: start), value: value,
                method: element["method"]?.text ?? "", madeAt: Instant(secondsSince1970: made),
                maker: element["maker"]?.text ?? "", note: element["note"]?.text ?? "", sequence: sequence,
                line: Int(element["line"]?.integer ?? 0))
        }
    }
}
