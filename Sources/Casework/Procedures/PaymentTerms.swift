import Catalog

/// Which facts and clocks of a procedure say what is owed and paid.
package struct PaymentTerms: Hashable, Sendable {
    static let keys = ["fine", "paid", "on", "due", "late"]

    /// The amount imposed, a fact.
    package let fine: String
    /// The amount of one payment, a fact that each payment states anew.
    package let paid: String
    /// The day on which it arrived (到账日), a fact of each payment.
    package let on: String
    /// The clock by whose end it is to be paid.
    package let due: String
    /// The clock that runs while more is added for lateness (加处罚款); it rests for review and suit (行政处罚法第73条).
    package let late: String

    init(_ row: RuleMapping) {
        fine = row.text("fine")
        paid = row.text("paid")
        on = row.text("on")
        due = row.text("due")
        late = row.text("late")
    }
}
