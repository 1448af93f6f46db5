import Ledger
package import Standards
package import Storage

/// What was told the public of one decision, or why not, and what became of it.
package struct Disclosure: Hashable, Sendable {
    /// What was done.
    package enum Deed: Hashable, Sendable {
        /// Disclosed: where, under which address, with the picture of the page where one was kept.
        case published(place: String, address: String, picture: AttachmentID?)
        /// Not disclosed, on one of the grounds of the rules, with the reason in this case.
        case withheld(ground: String, reason: String)
    }

    package let id: String
    /// The record.
    package let sequence: Int64
    /// The paper, by its name in procedures.
    package let document: String
    package let day: CivilDate
    package let deed: Deed
    /// What was told; empty where nothing was.
    package let text: DisclosureText
    /// When it was taken back; nil while it stands.
    package internal(set) var withdrawn: Withdrawal?

    package struct Withdrawal: Hashable, Sendable {
        package let day: CivilDate
        package let reason: String
    }

    static let kind = "case-disclosure"
    static let withdrawalKind = "case-withdrawal"
    /// The field of the commitment to the further words that were hidden.
    static let hiddenField = "hidden"

    static func body(
        _ id: String, _ document: String, _ day: CivilDate, _ deed: Deed, _ text: DisclosureText
    ) -> CanonicalValue {
        let said: CanonicalValue =
            switch deed {
            case .published(let place, let address, let picture):
                [
                    "is": "published", "place": .string(place), "address": .string(address),
                    "picture": RecordPart.text(picture?.rawValue),
                ]
            case .withheld(let ground, let reason):
                ["is": "withheld", "ground": .string(ground), "reason": .string(reason)]
            }
        return [
            "kind": .string(kind), "version": 1, "item": .string(id), "document": .string(document),
            "day": RecordPart.day(day), "deed": said,
            "text": .array(text.lines.map { ["name": .string($0.name), "value": .string($0.value)] }),
        ]
    }

    static func withdrawal(of id: String, _ day: CivilDate, reason: String) -> CanonicalValue {
        [
            "kind": .string(withdrawalKind), "version": 1, "item": .string(id), "day": RecordPart.day(day),
            "reason": .string(reason),
        ]
    }

    /// Reads what a record says; nil when it is none.
    init?(_ body: CanonicalValue, sequence: Int64) {
        guard body["kind"]?.text == Self.kind, let id = body["item"]?.text, let document = body["document"]?.text,
            let day = RecordPart.day(of: body["day"]), let said = body["deed"], let rows = body["text"]?.elements
        else { return nil }
        switch said["is"]?.text {
        case "published":
            guard let place = said["place"]?.text, let address = said["address"]?.text else { return nil }
            deed = .published(
                place: place, address: address, picture: said["picture"]?.text.map { AttachmentID(rawValue: $0) })
        case "withheld":
            guard let ground = said["ground"]?.text, let reason = said["reason"]?.text else { return nil }
            deed = .withheld(ground: ground, reason: reason)
        default: return nil
        }
        let lines = rows.compactMap { row -> DisclosureText.Line? in
            guard let name = row["name"]?.text, let value = row["value"]?.text else { return nil }
            return DisclosureText.Line(name: name, value: value)
        }
        guard lines.count == rows.count else { return nil }
        self.id = id
        self.sequence = sequence
        self.document = document
        self.day = day
        text = DisclosureText(lines: lines)
    }
}
