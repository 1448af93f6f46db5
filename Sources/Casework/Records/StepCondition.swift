package import Catalog
package import Standards
package import Storage

/// What another room asks of a step before it is put on record: that papers are signed and back, that findings are mended.
///
/// The engine judges by the history alone; what lies beside it is asked here, inside the transaction that writes.
package struct StepCondition: Sendable {
    /// The step in question, which the engine admits.
    package struct Question: Sendable {
        package let matter: MatterID
        /// The procedure as the matter began with it.
        package let procedure: Procedure
        package let step: MatterStep
        /// The day on which it happened.
        package let day: CivilDate
        /// The moment of the record.
        package let now: Instant
        /// Whether it is entered later than it happened (补录).
        package let isBackfill: Bool
    }

    /// Throws a `MatterRefusal` where the condition does not hold.
    package typealias Check = @Sendable (Question, RuleCatalog, ReadConnection) throws -> Void

    let check: Check

    package init(check: @escaping Check) { self.check = check }
}
