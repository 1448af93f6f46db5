/// Why a text is no value of a field.
package struct ValueFault: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The field must be there and is empty.
        case missing
        /// The code fails its check; `detail` says how. Some fields keep such a value as doubtful.
        case check
        /// It is of another type; `detail` says what was expected.
        case form
        /// It is none of the words; `detail` names them.
        case choice
        /// The number lies outside its range, or the text is too long; `detail` says which.
        case range
        /// No registered source is called so; `detail` names the kind.
        case unknown
        /// Several registered sources are called so; `detail` says how many.
        case ambiguous
    }

    package let code: Code
    /// The field's name in records.
    package let field: String
    /// The field's title, or the head of its column.
    package let title: String
    /// What was given.
    package let text: String
    package let detail: String

    package init(_ code: Code, _ field: SourceField, _ text: String, _ detail: String = "") {
        self.code = code
        self.field = field.name
        title = field.title
        self.text = text
        self.detail = detail
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .missing: "“\(title)”必填，现为空"
        case .check: "“\(title)”的“\(text)”\(detail)"
        case .form: "“\(title)”的“\(text)”无法识别，应为\(detail)"
        case .choice: "“\(title)”的“\(text)”不在可选范围内，\(detail)"
        case .range: "“\(title)”的“\(text)”超出范围，\(detail)"
        case .unknown: "“\(title)”的“\(text)”还没有登记为\(detail)，请先登记或改正"
        case .ambiguous: "“\(title)”的“\(text)”对应 \(detail) 份档案，请改用代码"
        }
    }
}
