/// The id of a piece of evidence, minted when it is taken in.
package struct EvidenceID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}
