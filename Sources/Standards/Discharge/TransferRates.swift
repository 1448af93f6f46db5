/// 传输率, 有效率 and their product, 传输有效率, of a source over a month.
public struct TransferRates: Hashable, Sendable {
    /// What the valid rate is a share of.
    public enum Base: String, Hashable, Sendable, CaseIterable {
        /// Of what was received: the product is then valid of expected.
        case received
        /// Of what was expected.
        case expected
    }

    /// Values that should have come.
    public let expected: Int
    /// Values that came.
    public let received: Int
    /// Values that came and are valid.
    public let valid: Int
    /// Received of expected, 0 … 1; nil when nothing was expected.
    public let transferRate: Rational?
    /// Valid of received or expected, 0 … 1; nil when there was nothing to be valid.
    public let validRate: Rational?

    /// Counts the rates.
    ///
    /// - Throws: `.valueOutOfRange` unless 0 ≤ valid ≤ received ≤ expected.
    public init(expected: Int, received: Int, valid: Int, base: Base) throws(StandardsError) {
        guard 0 <= valid, valid <= received, received <= expected else {
            throw StandardsError(.valueOutOfRange, subject: "rates", value: "\(valid)/\(received)/\(expected)")
        }
        self.expected = expected
        self.received = received
        self.valid = valid
        let whole = base == .received ? received : expected
        transferRate = expected == 0 ? nil : try Rational(numerator: received, denominator: expected)
        validRate = whole == 0 ? nil : try Rational(numerator: valid, denominator: whole)
    }

    /// 传输有效率 = 传输率 × 有效率; nil when nothing was expected, zero when nothing came.
    public var effectiveRate: Rational? { transferRate.map { $0 * (validRate ?? .zero) } }

    /// Whether the effective rate reaches the target; nil when there is none.
    public func meets(_ target: Rational) -> Bool? { effectiveRate.map { $0 >= target } }
}
