/// A right to one kind of action, `room.verb`, from the closed lists that capabilities declare.
package struct Permission: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}
