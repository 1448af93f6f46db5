/// A measure beside the fine that a provision allows or demands.
package struct Measure: Hashable, Sendable {
    /// When the measure is taken.
    package enum Condition: String, CaseIterable, Sendable, Hashable {
        /// In every case.
        case always
        /// Must be taken.
        case must
        /// May be taken.
        case may
        /// When an order to correct is not followed (拒不改正).
        case onRefusal = "on_refusal"
        /// In serious cases (情节严重), or with serious consequences.
        case whenSerious = "when_serious"
        /// For hazardous waste and the like only.
        case hazardousOnly = "hazardous_only"
        /// The law does not say; legal review decides from case to case.
        case arguable
    }

    package let condition: Condition
    /// The article; nil where the provision's own article says it.
    package let basis: String?
    /// What is done, e.g. 限制生产, 停产整治.
    package let kinds: [String]
    /// Whom it meets, e.g. 直接负责的主管人员; nil for the party.
    package let target: String?
    /// Least and most days of detention, which the police carry out after transfer; nil for other measures.
    package let days: ClosedRange<Int>?
    package let lighterDays: ClosedRange<Int>?
    package let seriousDays: ClosedRange<Int>?
}
