package import Casework

/// A number that was given to a paper.
package struct GivenNumber: Sendable, Hashable {
    package let ordinal: Int
    /// As printed.
    package let number: String
    package let matter: MatterID
    package let paper: PaperID
    /// The record that gave it.
    package let sequence: Int64
    /// Why it was spoiled (作废登记); nil while it stands.
    package let spoiled: String?
}
