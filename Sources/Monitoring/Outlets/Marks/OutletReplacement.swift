package import Standards

/// The value that an enterprise put in place of a missing or invalid hour. It serves total amounts alone.
package struct OutletReplacement: Sendable, Hashable {
    package let outlet: String
    /// The item of the limit, or `OutletAmount.flowItem`.
    package let item: String
    package let start: Instant
    /// In the item's unit.
    package let value: ExactDecimal
    /// How it was made, as written; empty where nothing is said.
    package let method: String
    /// When the enterprise entered it.
    package let madeAt: Instant
    /// Who entered it, as written.
    package let maker: String
    package let note: String
    /// The record of its import; 0 before it is on record.
    package let sequence: Int64
    /// The line of the file.
    package let line: Int

    package init(
        outlet: String, item: String, start: Instant, value: ExactDecimal, method: String, madeAt: Instant,
        maker: String, note: String, sequence: Int64, line: Int
    ) {
        self.outlet = outlet
        self.item = item
        self.start = start
        self.value = value
        self.method = method
        self.madeAt = madeAt
        self.maker = maker
        self.note = note
        self.sequence = sequence
        self.line = line
    }
}
