package import Standards

/// What samplers put down on the spot (采样记录).
package struct ManualSheet: Sendable, Hashable {
    /// The numbers on the bottles.
    package struct Bottles: Sendable, Hashable {
        package let sample: String
        /// The second sample taken beside it (现场平行); empty for none.
        package let parallel: String
        /// Clean water taken along (全程序空白); empty for none.
        package let blank: String

        package init(sample: String, parallel: String = "", blank: String = "") {
            self.sample = sample
            self.parallel = parallel
            self.blank = blank
        }

        package var all: [String] { [sample, parallel, blank].filter { !$0.isEmpty } }
    }

    package let id: String
    package let task: ManualTaskID
    package let sampled: Instant
    package let bottles: Bottles
    /// Who sampled, at least two.
    package let people: [String]
    /// By code of `ManualForm.Field`.
    package let fields: [String: String]
    /// What was measured on the spot, by item.
    package let values: [String: ExactDecimal]
    package let note: String
    /// The record of it.
    package let sequence: Int64

    package init(
        id: String, task: ManualTaskID, sampled: Instant, bottles: Bottles, people: [String],
        fields: [String: String], values: [String: ExactDecimal], note: String, sequence: Int64 = 0
    ) {
        self.id = id
        self.task = task
        self.sampled = sampled
        self.bottles = bottles
        self.people = people
        self.fields = fields
        self.values = values
        self.note = note
        self.sequence = sequence
    }
}
