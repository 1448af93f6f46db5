package import Standards

/// Why the law gives no answer, or forbids one.
package struct LawError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// No violation has the code; `detail` is the code.
        case unknownViolation
        /// No provision is on file for the day of the conduct; `detail` is the violation, `date` the day.
        case noProvision
        /// No instrument has the name; `detail` is the name.
        case unknownInstrument
        /// The instrument was repealed before the day; `detail` names it and what replaced it, `date` is the day.
        case repealed
        /// The instrument was not in force yet on the day; `detail` names it, `date` is the day.
        case notYetInForce
        /// The conduct ends before it begins.
        case reversedConduct
        /// The decision is dated before the end of the conduct; `date` is the day of the decision.
        case decidedBefore
        /// No factor, level or scale of the table has the name; `detail` is the name.
        case unknownChoice
        /// The amount by which a fine is measured is missing; `detail` says what it is, e.g. 建设项目总投资额.
        case noBase
        /// A change of the fine goes beyond what the table allows; `detail` is the limit.
        case beyondAdjustment
        /// The arithmetic leaves the range of money.
        case overflow
    }

    package let code: Code
    package let detail: String
    package let date: CivilDate?

    package init(_ code: Code, detail: String = "", date: CivilDate? = nil) {
        self.code = code
        self.detail = detail
        self.date = date
    }
}
