import Law
import Ledger
import Standards

/// What bodies of case files are made of. Money is whole 分, days `YYYY-MM-DD`, fractions `n/d`.
enum RecordPart {
    static func text(_ value: String?) -> CanonicalValue { value.map { .string($0) } ?? .null }
    static func day(_ value: CivilDate?) -> CanonicalValue { text(value?.description) }
    static func money(_ value: Money?) -> CanonicalValue { value.map { .integer($0.fen) } ?? .null }
    static func words(_ values: [String]) -> CanonicalValue { .array(values.map { .string($0) }) }
    static func record(_ value: Int64?) -> CanonicalValue { value.map { .integer($0) } ?? .null }

    static func range(_ value: ClosedRange<Money>) -> CanonicalValue {
        ["least": .integer(value.lowerBound.fen), "most": .integer(value.upperBound.fen)]
    }

    /// Values by name as a list in the order of names.
    static func named(_ values: [String: String]) -> CanonicalValue {
        .array(values.sorted { $0.key < $1.key }.map { ["name": .string($0.key), "value": .string($0.value)] })
    }

    static func day(of value: CanonicalValue?) -> CivilDate? { value?.text.flatMap { CivilDate($0) } }
    static func money(of value: CanonicalValue?) -> Money? { value?.integer.map { Money(fen: $0) } }

    static func range(of value: CanonicalValue?) -> ClosedRange<Money>? {
        guard let least = money(of: value?["least"]), let most = money(of: value?["most"]), least <= most else {
            return nil
        }
        return least...most
    }

    /// A list of words; nil when something else stands in it.
    static func words(of value: CanonicalValue?) -> [String]? {
        guard let elements = value?.elements else { return nil }
        let words = elements.compactMap(\.text)
        return words.count == elements.count ? words : nil
    }

    /// Values by name; nil when one cannot be read or two have one name.
    static func named(of value: CanonicalValue?) -> [String: String]? {
        guard let elements = value?.elements else { return nil }
        var values: [String: String] = [:]
        for element in elements {
            guard let name = element["name"]?.text, let text = element["value"]?.text, values[name] == nil else {
                return nil
            }
            values[name] = text
        }
        return values
    }
}
