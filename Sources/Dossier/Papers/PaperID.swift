/// The id of a paper, minted when it is begun.
package struct PaperID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}
