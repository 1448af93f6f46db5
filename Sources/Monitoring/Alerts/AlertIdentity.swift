package import Standards
import Storage

/// What makes an alert the one it is: the rule, the place, the item and the first moment. Nobody chooses it, so nobody chooses
/// which of the suppressed ones go to a person.
package struct AlertIdentity: Sendable, Hashable {
    package let rule: String
    package let object: String
    /// Empty where it is about all items.
    package let item: String
    package let start: Instant

    package init(rule: String, object: String, item: String, start: Instant) {
        self.rule = rule
        self.object = object
        self.item = item
        self.start = start
    }

    /// What is hashed: the four parts with a line break between them, the moment in seconds since 1970-01-01T00:00:00Z.
    package var text: String { "\(rule)\n\(object)\n\(item)\n\(start.secondsSince1970)" }

    /// SHA-256 of the text, 64 hexadecimal digits.
    package var digest: String { AttachmentID(of: Array(text.utf8)).rawValue }

    /// The alert's id: the first sixteen digits.
    package var id: String { String(digest.prefix(16)) }

    /// Whether it is one of those that go to a person although suppressed: the next sixteen digits as a number are a multiple.
    package func isSampled(oneIn count: Int) -> Bool {
        guard let number = UInt64(digest.dropFirst(16).prefix(16), radix: 16) else { return false }
        return number.isMultiple(of: UInt64(max(1, count)))
    }
}
