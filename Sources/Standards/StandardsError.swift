/// Why a value could not be judged or computed: a code and the facts, without prose.
///
/// The Chinese sentence for a code is written where errors are shown, in one place, not here.
public struct StandardsError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The exact result does not fit the significand of an `ExactDecimal` (19 digits).
        case overflow
        /// More decimals were asked for, or would result, than `ExactDecimal.maximumScale`.
        case scaleOutOfRange
        /// The divisor, denominator or limit is zero.
        case divisionByZero
        /// A statistic was asked of no value at all.
        case noValues
        /// A list has another length than the period demands (for example 24 hours).
        case wrongCount
        /// Breakpoints, levels or limits of a rule are not a usable table.
        case invalidRule
        /// The rule has no entry for the item.
        case unknownItem
        /// A value lies outside what can be: a pH beyond 0 … 14, a sound level beyond 0 … 200 dB.
        case valueOutOfRange
        /// Values of a series do not come in the order of time, or one of them comes twice.
        case wrongOrder
    }

    /// What went wrong.
    public let code: Code
    /// What it went wrong with: an item, a rule id, a table name.
    public let subject: String?
    /// The offending value as text.
    public let value: String?

    /// Makes an error from its facts.
    public init(_ code: Code, subject: String? = nil, value: String? = nil) {
        self.code = code
        self.subject = subject
        self.value = value
    }
}

extension StandardsError: CustomStringConvertible {
    /// The facts in one line for logs, for example `wrongCount(hours: 23)`.
    public var description: String {
        switch (subject, value) {
        case (let subject?, let value?): "\(code.rawValue)(\(subject): \(value))"
        case (let fact?, nil), (nil, let fact?): "\(code.rawValue)(\(fact))"
        case (nil, nil): code.rawValue
        }
    }
}
