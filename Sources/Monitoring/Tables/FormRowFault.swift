/// Why a row cannot be taken in, in Chinese.
package struct FormRowFault: Error, Hashable, Sendable {
    package let message: String

    package init(_ message: String) { self.message = message }
}
