import Ledger
package import Standards

/// An electronic supervision ticket (电子督办单) of the superior's platform. How it is dealt with is a matter of casework.
package struct SupervisionTicket: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 超标.
        case exceedance
        /// 缺失.
        case gap
        /// 异常.
        case anomaly

        /// The word of the procedure.
        package var word: String {
            switch self {
            case .exceedance: "超标"
            case .gap: "缺失"
            case .anomaly: "异常"
            }
        }
    }

    /// Its number, as the superior gave it.
    package let number: String
    package let kind: Kind
    package let outlet: String
    /// As written; empty for none.
    package let enterprise: String
    /// As written; empty for none.
    package let item: String
    package let from: Instant
    package let to: Instant
    package let text: String
    package let issued: CivilDate
    /// The last day for the answer: of the ticket, or by the catalog where it names none.
    package let due: CivilDate
    /// Whether the ticket itself names that day.
    package let namesDue: Bool
    package let issuer: String
    /// The id of the matter.
    package let matter: String
    /// The line of the file.
    package let line: Int

    package init(
        number: String, kind: Kind, outlet: String, enterprise: String, item: String, from: Instant, to: Instant,
        text: String, issued: CivilDate, due: CivilDate, namesDue: Bool, issuer: String, matter: String, line: Int
    ) {
        self.number = number
        self.kind = kind
        self.outlet = outlet
        self.enterprise = enterprise
        self.item = item
        self.from = from
        self.to = to
        self.text = text
        self.issued = issued
        self.due = due
        self.namesDue = namesDue
        self.issuer = issuer
        self.matter = matter
        self.line = line
    }

    /// The members in records and tables.
    var canonical: CanonicalValue {
        [
            "kind": "supervision-ticket", "version": 1, "about": .string(kind.rawValue), "outlet": .string(outlet),
            "enterprise": .string(enterprise), "item": .string(item), "from": .integer(from.secondsSince1970),
            "to": .integer(to.secondsSince1970), "text": .string(text), "issued": .string(issued.description),
            "due": .string(due.description), "namesDue": .bool(namesDue), "issuer": .string(issuer),
            "matter": .string(matter), "line": .integer(Int64(line)),
        ]
    }

    /// Nil where a member is missing or none of its kind.
    init?(_ body: CanonicalValue, number: String) {
        guard let kind = body["about"]?.text.flatMap(Kind.init(rawValue:)), let from = body["from"]?.integer,
            let to = body["to"]?.integer, let issued = body["issued"]?.text.flatMap({ CivilDate($0) }),
            let due = body["due"]?.text.flatMap({ CivilDate($0) }), let matter = body["matter"]?.text
        else { return nil }
        self.init(
            number: number, kind: kind, outlet: body["outlet"]?.text ?? "",
            enterprise: body["enterprise"]?.text ?? "", item: body["item"]?.text ?? "",
            from: Instant(secondsSince1970: from), to: Instant(secondsSince1970: to), text: body["text"]?.text ?? "",
            issued: issued, due: due, namesDue: body["namesDue"]?.bool ?? false, issuer: body["issuer"]?.text ?? "",
            matter: matter, line: Int(body["line"]?.integer ?? 0))
    }
}
