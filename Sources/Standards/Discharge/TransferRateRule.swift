/// What 传输有效率 is assessed against.
public struct TransferRateRule: Hashable, Sendable {
    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The effective rate to reach (3/4).
    public let target: Rational
    /// What the valid rate is a share of.
    public let base: TransferRates.Base

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for a target outside 0 … 1.
    public init(id: String, title: String, target: Rational, base: TransferRates.Base) throws(StandardsError) {
        guard target >= 0, target <= 1 else {
            throw StandardsError(.invalidRule, subject: "target", value: target.description)
        }
        self.id = id
        self.title = title
        self.target = target
        self.base = base
    }

    /// The rates of a source.
    ///
    /// - Throws: as `TransferRates`.
    public func rates(expected: Int, received: Int, valid: Int) throws(StandardsError) -> TransferRates {
        try TransferRates(expected: expected, received: received, valid: valid, base: base)
    }
}
