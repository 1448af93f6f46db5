/// Something in a text that was recomputed and is right.
package struct ConfirmedCheck: Hashable, Sendable, Codable {
    package let kind: CheckKind
    package let line: Int
    package let column: Int
    package let text: String
    package let computed: String
}
