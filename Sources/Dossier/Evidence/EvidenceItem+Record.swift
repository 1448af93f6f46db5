import Ledger
import Standards
import Storage

extension EvidenceItem {
    static let kind = "case-evidence"
    /// The field of the commitment to who gave it.
    static let providerField = "provider"

    var body: CanonicalValue {
        [
            "kind": .string(Self.kind), "version": 1, "item": .string(id.rawValue), "of": .string(kind.rawValue),
            "title": .string(title), "content": content.canonical, "proves": .string(proves),
            "day": RecordPart.day(day), "place": .string(place), "takers": RecordPart.words(takers),
            "onSite": .bool(isCapturedOnSite), "document": RecordPart.text(document),
            "values": .array(
                values.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": .string($0.value.line)] }),
            "derivedFrom": RecordPart.text(derivedFrom?.rawValue), "derivation": RecordPart.text(derivation),
        ]
    }

    /// Reads what a record says, without who gave it; nil when it is none.
    init?(_ entry: CaseEntry, number: Int) {
        self.init(entry.body, number: number)
        sequence = entry.sequence
    }

    /// - Parameter number: its number in the file.
    init?(_ body: CanonicalValue, number: Int) {
        guard body["kind"]?.text == Self.kind, let id = body["item"]?.text,
            let kind = body["of"]?.text.flatMap(EvidenceKind.init), let title = body["title"]?.text,
            let content = body["content"].flatMap({ Content(canonical: $0) }), let proves = body["proves"]?.text,
            let day = RecordPart.day(of: body["day"]), let place = body["place"]?.text,
            let takers = RecordPart.words(of: body["takers"]), let values = RecordPart.named(of: body["values"]),
            let onSite = body["onSite"]?.bool
        else { return nil }
        self.init(
            id: EvidenceID(rawValue: id), number: number, kind: kind, title: title, content: content, proves: proves,
            day: day, place: place, takers: takers)
        isCapturedOnSite = onSite
        document = body["document"]?.text
        self.values = values.mapValues { .text($0) }
        derivedFrom = body["derivedFrom"]?.text.map { EvidenceID(rawValue: $0) }
        derivation = body["derivation"]?.text
    }
}

extension PaperValue {
    /// One line of text, as evidence keeps what a form asks about it.
    fileprivate var line: String {
        switch self {
        case .text(let text): text
        case .money(let fen): String(fen)
        case .date(let day): day.description
        case .moment(let moment): moment.description
        case .flag(let flag): flag ? "是" : "否"
        case .list(let entries): entries.joined(separator: "；")
        }
    }
}

extension EvidenceItem.Content {
    var canonical: CanonicalValue {
        switch self {
        case .file(let id, let name, let bytes):
            ["is": "file", "attachment": .string(id.rawValue), "name": .string(name), "bytes": .integer(bytes)]
        case .claim(let id): ["is": "claim", "claim": .string(id)]
        case .thing(let place): ["is": "thing", "place": .string(place)]
        case .paper(let id): ["is": "paper", "paper": .string(id.rawValue)]
        }
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        switch value["is"]?.text {
        case "file":
            guard let id = value["attachment"]?.text, id.utf8.count == 64, let name = value["name"]?.text,
                !name.isEmpty, let bytes = value["bytes"]?.integer, bytes > 0
            else { return nil }
            self = .file(AttachmentID(rawValue: id), name: name, bytes: bytes)
        case "claim":
            guard let id = value["claim"]?.text, !id.isEmpty else { return nil }
            self = .claim(id)
        case "thing":
            guard let place = value["place"]?.text, !place.isEmpty else { return nil }
            self = .thing(place)
        case "paper":
            guard let id = value["paper"]?.text, !id.isEmpty else { return nil }
            self = .paper(PaperID(rawValue: id))
        default: return nil
        }
    }
}

extension EvidenceItem.Custody {
    static let kind = "case-custody"
    /// What may happen to a piece of evidence.
    package static let deeds = ["取得", "移交", "调取", "封存", "归还", "销毁"]

    func body(of item: EvidenceID) -> CanonicalValue {
        [
            "kind": .string(Self.kind), "version": 1, "item": .string(item.rawValue), "deed": .string(deed),
            "day": RecordPart.day(day), "person": .string(person), "note": .string(note),
        ]
    }

    /// Reads what a record says; nil when it is none.
    init?(_ body: CanonicalValue) {
        guard body["kind"]?.text == Self.kind, let deed = body["deed"]?.text, let day = RecordPart.day(of: body["day"]),
            let person = body["person"]?.text, let note = body["note"]?.text
        else { return nil }
        self.init(deed: deed, day: day, person: person, note: note)
    }
}

extension EvidenceItem {
    /// That it does not count any more.
    static func exclusion(of item: EvidenceID, reason: String) -> CanonicalValue {
        ["kind": "case-exclusion", "version": 1, "item": .string(item.rawValue), "reason": .string(reason)]
    }
}
