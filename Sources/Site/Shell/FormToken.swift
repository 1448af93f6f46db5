/// A word that only pages of this process know: a form without it was not sent from one of our pages.
///
/// Pages of other origins cannot read ours, so one word for all visitors is enough while nobody signs in.
package struct FormToken: Sendable, Hashable {
    /// The name of the hidden field.
    static let field = "token"

    package let text: String

    package init(text: String) { self.text = text }

    /// A fresh token of 128 random bits.
    package static func random() -> FormToken {
        var generator = SystemRandomNumberGenerator()
        let halves: [UInt64] = [generator.next(), generator.next()]
        return FormToken(text: halves.map { String($0, radix: 36) }.joined())
    }

    /// Whether a form carried this token.
    func isIn(_ fields: FormFields) -> Bool { fields.first(Self.field) == text }
}
