import Ledger
import Standards

extension PaperValue {
    /// As a record holds it.
    var canonical: CanonicalValue {
        switch self {
        case .text(let text): ["is": "text", "text": .string(text)]
        case .money(let fen): ["is": "money", "fen": .integer(fen)]
        case .date(let day): ["is": "date", "day": .string(day.description)]
        case .moment(let moment): ["is": "moment", "moment": .string(moment.description)]
        case .flag(let flag): ["is": "flag", "flag": .bool(flag)]
        case .list(let entries): ["is": "list", "entries": .array(entries.map { .string($0) })]
        }
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        switch value["is"]?.text {
        case "text": self.init(value["text"]?.text.map { .text($0) })
        case "money": self.init(value["fen"]?.integer.map { .money($0) })
        case "date": self.init(value["day"]?.text.flatMap { CivilDate($0) }.map { .date($0) })
        case "moment": self.init(value["moment"]?.text.flatMap { Instant($0) }.map { .moment($0) })
        case "flag": self.init(value["flag"]?.bool.map { .flag($0) })
        case "list":
            guard let entries = value["entries"]?.elements else { return nil }
            let texts = entries.compactMap(\.text)
            self.init(texts.count == entries.count ? .list(texts) : nil)
        default: return nil
        }
    }

    private init?(_ found: PaperValue?) {
        guard let found else { return nil }
        self = found
    }

    /// One line that says exactly what it is, for digests and for facts about people.
    var canonicalText: String {
        switch self {
        case .text(let text): text
        case .money(let fen): String(fen)
        case .date(let day): day.description
        case .moment(let moment): moment.description
        case .flag(let flag): flag ? "true" : "false"
        case .list(let entries): entries.joined(separator: "\n")
        }
    }

    /// Reads such a line back.
    init?(canonicalText text: String, kind: PaperElement.Kind) {
        switch kind {
        case .text, .longText, .choice: self = .text(text)
        case .money: self.init(Int64(text).map { .money($0) })
        case .date: self.init(CivilDate(text).map { .date($0) })
        case .moment: self.init(Instant(text).map { .moment($0) })
        case .flag: self = .flag(text == "true")
        case .list: self = .list(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }

    /// The same for an element of a kind: a list in running text has one entry a line, and the other way round.
    ///
    /// - Returns: nil where it cannot stand there.
    func fitted(to kind: PaperElement.Kind) -> PaperValue? {
        switch (self, kind) {
        case (.list(let entries), .text), (.list(let entries), .longText): .text(entries.joined(separator: "\n"))
        case (.text(let text), .list):
            .list(text.split(separator: "\n").map(String.init))
        default: fits(kind) ? self : nil
        }
    }

    /// Whether nothing stands in it.
    package var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .list(let entries): entries.allSatisfy(\.isEmpty)
        case .money, .date, .moment, .flag: false
        }
    }

    /// Whether the value is of a kind.
    package func fits(_ kind: PaperElement.Kind) -> Bool {
        switch (self, kind) {
        case (.text, .text), (.text, .longText), (.date, .date), (.moment, .moment), (.flag, .flag), (.list, .list):
            true
        case (.money(let fen), .money): fen >= 0
        case (.text(let word), .choice(let words)): words.contains(word)
        default: false
        }
    }
}
