package import Catalog
package import Standards

/// How a fine is paid, how it grows when it is not, and on what daily penalties rest.
package struct ExecutionRules: Hashable, Sendable {
    static let id = "execution"

    /// Days in which to pay, from the day on which the decision was served.
    package let paymentDays: Int
    package let paymentBasis: String
    /// In per cent of what is not paid.
    package let latePercent: Rational
    /// The additional fine grows to no more than so many per cent of the fine.
    package let greatestPercent: Rational
    package let lateBasis: String
    package let stoppedBasis: String
    package let dailyBasis: String
    package let dailyCountingBasis: String

    /// - Parameter date: the day of the decision.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: InstrumentBook.folder, on: date) { Self($0, with: $1) }
    }

    init(_ file: RuleFile, with reader: RuleReader) {
        let body = reader.body(keys: ["payment", "late", "daily"])
        let payment = body.mapping("payment", keys: ["days", "basis"])
        let late = body.mapping("late", keys: ["percent_a_day", "greatest_percent", "basis", "stopped_basis"])
        let daily = body.mapping("daily", keys: ["basis", "counting_basis"])
        paymentDays = payment.integer("days", in: 1...365)
        paymentBasis = payment.text("basis")
        latePercent = late.fraction("percent_a_day")
        greatestPercent = late.fraction("greatest_percent")
        lateBasis = late.text("basis")
        stoppedBasis = late.text("stopped_basis")
        dailyBasis = daily.text("basis")
        dailyCountingBasis = daily.text("counting_basis")
    }
}
