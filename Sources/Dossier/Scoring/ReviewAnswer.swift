package import Standards

/// What a person said of an item of the review.
package struct ReviewAnswer: Hashable, Sendable {
    /// Whether it is a fault; of an override always false.
    package let isFault: Bool
    package let reason: String
    /// The id of the person.
    package let person: String
    package let day: CivilDate
    package let sequence: Int64

    package init(isFault: Bool, reason: String, person: String, day: CivilDate, sequence: Int64) {
        self.isFault = isFault
        self.reason = reason
        self.person = person
        self.day = day
        self.sequence = sequence
    }
}
