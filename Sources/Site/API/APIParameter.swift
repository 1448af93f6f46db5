import Ledger
import Standards

/// A parameter of a list: what it may be, and what it means.
struct APIParameter: Sendable {
    /// What is accepted; anything else is answered with 400.
    enum Form: Sendable {
        /// Up to so many characters, none of them NUL.
        case text(Int)
        case date
        case whole(ClosedRange<Int>)
        case choice([String])
    }

    let name: String
    let form: Form
    /// What it means, in Chinese.
    let title: String

    /// How many are answered at once.
    static let limit = APIParameter(name: "limit", form: .whole(1...200), title: "每页条数，默认 50")
    /// Behind which the page begins.
    static let after = APIParameter(name: "after", form: .text(200), title: "上一页答复中的 next")

    /// The parameter as OpenAPI 3.1 writes it.
    var schema: CanonicalValue {
        let form: CanonicalValue =
            switch form {
            case .text(let length):
                [
                    "type": "string", "minLength": 1, "maxLength": .integer(Int64(length)),
                    "pattern": "^[^\\u0000]*$",
                ]
            case .date: ["type": "string", "format": "date"]
            case .whole(let range):
                [
                    "type": "integer", "minimum": .integer(Int64(range.lowerBound)),
                    "maximum": .integer(Int64(range.upperBound)),
                ]
            case .choice(let values): ["type": "string", "enum": .array(values.map(CanonicalValue.string))]
            }
        return [
            "name": .string(name), "in": "query", "required": false, "description": .string(title), "schema": form,
        ]
    }

    /// Whether a text is one of its values.
    func accepts(_ text: String) -> Bool {
        switch form {
        case .text(let length): (1...length).contains(text.unicodeScalars.count) && !text.utf8.contains(0)
        case .date: CivilDate(text) != nil
        // As it is written: no sign, no leading zero, which other readers take for something else.
        case .whole(let range): Int(text).map { range.contains($0) && String($0) == text } ?? false
        case .choice(let values): values.contains(text)
        }
    }
}
