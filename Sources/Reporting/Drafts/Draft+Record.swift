import Ledger
import Standards

extension StatedValue {
    /// Reads one out of a record; nil where it is taken back or cannot be read.
    init?(_ body: CanonicalValue, person: String) {
        guard let name = body["name"]?.text, let value = body["value"]?.text, let unit = body["unit"]?.text,
            let home = body["home"]
        else { return nil }
        if let basis = home["basis"]?.text {
            self.init(name: name, value: value, unit: unit, home: .manual(basis: basis), person: person)
        } else {
            guard let issuer = home["issuer"]?.text, let document = home["document"]?.text,
                let day = home["day"]?.text.flatMap({ CivilDate($0) }), let file = home["file"]?.text
            else { return nil }
            self.init(
                name: name, value: value, unit: unit,
                home: .notified(issuer: issuer, document: document, day: day, file: file), person: person)
        }
    }
}

extension StatedValue.Home {
    /// As a record holds it.
    var canonical: CanonicalValue {
        switch self {
        case .manual(let basis): ["basis": .string(basis)]
        case .notified(let issuer, let document, let day, let file):
            [
                "issuer": .string(issuer), "document": .string(document), "day": .string(day.description),
                "file": .string(file),
            ]
        }
    }
}

extension DraftAnswer {
    /// Reads one out of a record; nil when it cannot be read.
    init?(_ record: LedgerRecord) {
        let body = record.body
        guard let word = body["word"]?.text.flatMap(Word.init(rawValue:)), let role = body["role"]?.text,
            let figures = body["figures"]?.elements
        else { return nil }
        var printed: [String: String] = [:]
        for figure in figures {
            guard let name = figure["figure"]?.text, let text = figure["printed"]?.text else { return nil }
            printed[name] = text
        }
        self.init(
            sequence: record.sequence, milliseconds: record.timeMilliseconds, person: body["person"]?.text ?? "",
            role: role, word: word, printed: printed, reason: body["reason"]?.text ?? "")
    }
}

extension DraftMove {
    /// Reads one out of a record; nil when it cannot be read.
    init?(_ record: LedgerRecord) {
        let body = record.body
        guard let deed = body["deed"]?.text.flatMap(DraftDeed.init(rawValue:)),
            let from = body["from"]?.text.flatMap(DraftStage.init(rawValue:)),
            let to = body["to"]?.text.flatMap(DraftStage.init(rawValue:))
        else { return nil }
        var facts: [DraftFact: String] = [:]
        for fact in body["facts"]?.elements ?? [] {
            guard let name = fact["fact"]?.text.flatMap(DraftFact.init(rawValue:)), let text = fact["text"]?.text else {
                return nil
            }
            facts[name] = text
        }
        self.init(
            sequence: record.sequence, milliseconds: record.timeMilliseconds, person: body["person"]?.text ?? "",
            role: body["role"]?.text, deed: deed, from: from, to: to, facts: facts)
    }
}
