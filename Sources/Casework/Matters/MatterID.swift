/// The id of a matter (案件, 办件), minted by the action that opens it.
package struct MatterID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    /// Takes an id as it is.
    package init(rawValue: String) { self.rawValue = rawValue }
}
