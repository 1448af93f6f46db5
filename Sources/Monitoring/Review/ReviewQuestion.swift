package import Standards

/// A question about values with its replies: to the owner of a station that this bureau does not review (疑问反馈), or to the
/// contractor who looks after one of its own (运维工单), then with a time by which it must be answered.
package struct ReviewQuestion: Sendable, Hashable {
    package struct Reply: Sendable, Hashable {
        package let text: String
        /// Who replied.
        package let issuer: String
        /// The number of the paper or message; empty for none.
        package let document: String
        package let date: CivilDate
        /// Who put it on record.
        package let reviewer: String
        /// When, in milliseconds since 1970-01-01T00:00:00Z.
        package let recordedMilliseconds: Int64
        package let sequence: Int64
    }

    package let station: String
    package let cells: [ReviewCell]
    package let text: String
    /// Whom it goes to.
    package let addressee: String
    package let reviewer: String
    /// In milliseconds since 1970-01-01T00:00:00Z.
    package let askedMilliseconds: Int64
    /// By when the contractor must answer; nil for a question to an owner, who has no deadline of ours.
    package let due: Instant?
    package let sequence: Int64
    /// Oldest first.
    package let replies: [Reply]

    /// Whether it went to the contractor of an own station.
    package var isRequest: Bool { due != nil }

    /// Whether the answer is late, or is not there though it should be.
    package func isLate(at now: Instant) -> Bool {
        guard let due else { return false }
        return (answered ?? now) > due
    }

    /// When the first answer was put on record; nil while there is none.
    package var answered: Instant? {
        replies.first.map { Instant(secondsSince1970: $0.recordedMilliseconds / 1_000) }
    }
}
