import Ledger

/// A field of what the API answers: its name, form and meaning.
struct APIField: Sendable {
    /// What a value looks like.
    enum Form: Sendable {
        case text
        /// `2026-11-21`.
        case date
        /// RFC 3339 with its offset.
        case time
        case whole
        /// Digits as text, so that no reader rounds them.
        case decimal
        case flag
        /// Texts by name; null where there is something that is not told.
        case texts
        /// Texts in their order.
        case words
        /// Objects in their order, each with these fields.
        case list([APIField])
    }

    let name: String
    let form: Form
    /// Whether it may be null: nothing is known, or there is none.
    var isOptional = false
    /// What it means, in Chinese.
    let title: String

    /// The field as JSON Schema (2020-12).
    var schema: CanonicalValue {
        let kind: String
        var members: [String: CanonicalValue] = ["description": .string(title)]
        switch form {
        case .text: kind = "string"
        case .date:
            kind = "string"
            members["format"] = "date"
        case .time:
            kind = "string"
            members["format"] = "date-time"
        case .whole: kind = "integer"
        case .decimal:
            kind = "string"
            members["pattern"] = "^-?[0-9]+(\\.[0-9]+)?$"
        case .flag: kind = "boolean"
        case .texts:
            kind = "object"
            members["additionalProperties"] = ["type": ["string", "null"]]
        case .words:
            kind = "array"
            members["items"] = ["type": "string"]
        case .list(let fields):
            kind = "array"
            members["items"] = Self.schema(of: fields)
        }
        members["type"] = isOptional ? [.string(kind), "null"] : .string(kind)
        return .object(members)
    }

    /// An object with these fields and no others.
    static func schema(of fields: [APIField]) -> CanonicalValue {
        [
            "type": "object", "additionalProperties": false,
            "required": .array(fields.map { .string($0.name) }),
            "properties": .object(
                Dictionary(fields.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })),
        ]
    }
}
