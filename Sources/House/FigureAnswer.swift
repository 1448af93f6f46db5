package import Records
package import Reporting

/// A figure asked on the command line, with the moment of which it tells.
package struct FigureAnswer: Sendable {
    package let value: FigureValue
    /// What it is about, in the words of people; empty where it has no arguments.
    package let subject: String
    package let asOf: AsOf
    /// When the last record was made that it takes account of; nil in an empty ledger.
    package let timeMilliseconds: Int64?
    /// The record by which the rules are on record; nil when none was by then: the present rules stand in.
    package let rulesRecord: Int64?
}
