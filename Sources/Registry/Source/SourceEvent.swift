/// What one record says of one source.
package struct SourceEvent: Sendable, Hashable {
    /// What was done.
    package enum Act: String, Sendable {
        case registered, changed, merged, withdrawn
        /// This file was put into another one.
        case absorbed
    }

    package let act: Act
    package let sequence: Int64
    package let timeMilliseconds: Int64
    package let actor: String
    package let origin: SourceOrigin
    /// Whether a person decided: what others said before is settled then.
    package let decides: Bool
    /// Values by field; nil for a fact about a person.
    package let values: [String: String?]
    /// The other file of a merger.
    package let other: String?
    /// Why a file was merged or withdrawn; empty otherwise.
    package let reason: String
    /// The record that took its batch back; nil while it stands.
    package let undoneBy: Int64?

    /// Whether it counted after a record.
    package func stands(at sequence: Int64) -> Bool {
        self.sequence <= sequence && (undoneBy.map { $0 > sequence } ?? true)
    }

    func claim(_ value: String?) -> SourceClaim {
        SourceClaim(
            value: value, sequence: sequence, timeMilliseconds: timeMilliseconds, actor: actor, origin: origin)
    }
}
