import Ledger
import Standards

extension FactValue {
    /// As a record holds it, with the name of the fact: keys of records are ASCII, names are not.
    func canonical(of name: String) -> CanonicalValue {
        switch self {
        case .money(let cents): ["fact": .string(name), "money": .integer(cents)]
        case .date(let day): ["fact": .string(name), "date": .string(day.description)]
        case .flag(let flag): ["fact": .string(name), "flag": .bool(flag)]
        case .text(let text): ["fact": .string(name), "text": .string(text)]
        }
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        if let cents = value["money"]?.integer {
            self = .money(cents)
        } else if let day = value["date"]?.day {
            self = .date(day)
        } else if let flag = value["flag"]?.bool {
            self = .flag(flag)
        } else if let text = value["text"]?.text {
            self = .text(text)
        } else {
            return nil
        }
    }

    /// Facts by name as a list in the order of names.
    static func canonical(_ facts: [String: FactValue]) -> CanonicalValue {
        .array(facts.sorted { $0.key < $1.key }.map { $0.value.canonical(of: $0.key) })
    }

    /// Reads facts; nil when one of them is none.
    static func facts(_ value: CanonicalValue?) -> [String: FactValue]? {
        value?.byName("fact") { FactValue(canonical: $0) }
    }
}
