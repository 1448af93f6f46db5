package import Law
package import Standards

/// How the fine for a charge was weighed (自由裁量): what the officer chose and what the table gave that day.
package struct Discretion: Hashable, Sendable {
    /// The charge.
    package let charge: String
    /// The record that holds it.
    package let sequence: Int64
    /// The day whose tables were used.
    package let day: CivilDate
    package let request: DiscretionRequest
    package let result: DiscretionResult
    /// What is proposed in the end, within the result or with a reason outside it.
    package let proposed: Money
    /// Why the proposal leaves what the table gives; nil where it does not.
    package let reason: String?

    package init(
        charge: String, sequence: Int64, day: CivilDate, request: DiscretionRequest, result: DiscretionResult,
        proposed: Money, reason: String?
    ) {
        self.charge = charge
        self.sequence = sequence
        self.day = day
        self.request = request
        self.result = result
        self.proposed = proposed
        self.reason = reason
    }
}
