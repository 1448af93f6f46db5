import Ledger
import Standards

/// What bodies of casework are made of: days, moments, sets of words, lists that stand for dictionaries.
extension CanonicalValue {
    static func text(_ value: String?) -> CanonicalValue { value.map { .string($0) } ?? .null }
    static func day(_ value: CivilDate) -> CanonicalValue { .string(value.description) }
    static func moment(_ value: Instant) -> CanonicalValue { .string(value.description) }
    static func words(_ values: [String]) -> CanonicalValue { .array(values.map { .string($0) }) }

    /// Words by name as a list in the order of names.
    static func named(_ key: String, _ values: [String: String], _ valueKey: String) -> CanonicalValue {
        .array(
            values.sorted { $0.key < $1.key }.map { name, value in
                .object([key: .string(name), valueKey: .string(value)])
            })
    }

    static func days(_ range: ClosedRange<CivilDate>) -> CanonicalValue {
        ["from": .day(range.lowerBound), "to": .day(range.upperBound)]
    }

    var day: CivilDate? { text.flatMap { CivilDate($0) } }
    var moment: Instant? { text.flatMap { Instant($0) } }

    /// First and last day; nil where one is missing or they are the wrong way round.
    var days: ClosedRange<CivilDate>? {
        guard let from = self["from"]?.day, let to = self["to"]?.day, from <= to else { return nil }
        return from...to
    }

    /// A list of words; nil when something else stands in it.
    var words: [String]? { list { $0.text } }

    /// A list read one by one; nil when one of them cannot be read.
    func list<Value>(_ read: (CanonicalValue) -> Value?) -> [Value]? {
        guard let elements else { return nil }
        let values: [Value] = elements.compactMap(read)
        return values.count == elements.count ? values : nil
    }

    /// A list that stands for a dictionary; nil when one cannot be read or two have one name.
    func byName<Value>(_ key: String, _ read: (CanonicalValue) -> Value?) -> [String: Value]? {
        guard let elements else { return nil }
        var values: [String: Value] = [:]
        for element in elements {
            guard let name = element[key]?.text, let value = read(element), values[name] == nil else { return nil }
            values[name] = value
        }
        return values
    }

    /// The longest text that stands anywhere in it, in letters.
    var longestText: Int {
        switch self {
        case .string(let text): text.count
        case .array(let values): values.map(\.longestText).max() ?? 0
        case .object(let members): members.values.map(\.longestText).max() ?? 0
        case .null, .bool, .integer: 0
        }
    }
}
