package import Standards

/// A question to the owner of a station about values that this bureau does not review (疑问反馈), with its reply.
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
    package let sequence: Int64
    /// Oldest first.
    package let replies: [Reply]
}
