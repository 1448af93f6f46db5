import Ledger
import Standards

extension AlertCandidate {
    /// As it stands in a record.
    var canonical: CanonicalValue {
        [
            "rule": .string(identity.rule), "object": .string(identity.object), "item": .string(identity.item),
            "start": .integer(identity.start.secondsSince1970), "kind": .string(kind.rawValue),
            "until": .integer(until.secondsSince1970), "value": .string(value), "text": .string(text),
            "cause": .string(cause), "hours": .integer(Int64(answerHours)), "suppressed": .string(suppressed),
            "sampled": .bool(isSampled),
        ]
    }

    /// Nil where a part is missing.
    init?(_ value: CanonicalValue) {
        guard let rule = value["rule"]?.text, let object = value["object"]?.text, let item = value["item"]?.text,
            let start = value["start"]?.integer, let kind = value["kind"]?.text.flatMap(AlertKind.init(rawValue:)),
            let until = value["until"]?.integer, let text = value["text"]?.text, let cause = value["cause"]?.text,
            let hours = value["hours"]?.integer
        else { return nil }
        self.init(
            identity: AlertIdentity(
                rule: rule, object: object, item: item, start: Instant(secondsSince1970: start)),
            kind: kind, until: Instant(secondsSince1970: until), value: value["value"]?.text ?? "", text: text,
            cause: cause, answerHours: Int(hours), suppressed: value["suppressed"]?.text ?? "",
            isSampled: value["sampled"]?.bool ?? false)
    }

    /// The alerts of a record.
    static func candidates(in body: CanonicalValue) -> [AlertCandidate] {
        (body["alerts"]?.elements ?? []).compactMap(AlertCandidate.init)
    }
}
