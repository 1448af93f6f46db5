/// One parameter of a rule as its file writes it.
package struct CheckParameter: Hashable, Sendable {
    package let name: String
    package let text: String
}
