/// Why a figure is another one at another moment of the ledger, and the form that asks for it.
package struct ChangeCard: Sendable {
    /// Where the form leads.
    package let action: String
    /// What the form sends besides.
    package let hidden: [ReviewForm.Hidden]
    /// The two moments as they stand in the form.
    package let fromText: String
    package let toText: String
    /// Nil before it was asked for.
    package let outcome: Outcome?

    /// What came of it.
    package struct Outcome: Sendable {
        /// 第 12 条时 38.5 μg/m³，第 40 条时 38.9 μg/m³
        package let summary: String
        package let causes: [Cause]
        /// The whole difference, or — where there is none.
        package let total: String
        /// From value to value, or why there is none.
        package let course: String
    }

    /// One part of the difference.
    package struct Cause: Sendable {
        package let cause: String
        /// With its sign; — where there is none.
        package let difference: String
        /// From value to value, or why there is none.
        package let course: String
        package let recordCount: String
        /// The first of its records; empty where the part changes nothing.
        package let changeRecords: [LabelledText]
        /// Said where there are more; nil where all are shown.
        package let more: String?
    }
}
