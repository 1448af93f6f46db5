/// The limits of calibrations and checks of devices (HJ 75-2017 loss of control, HJ 355-2019 Table 1).
public struct DeviceCheckRule: Hashable, Sendable {
    /// What an error is measured in.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// In the unit of the value.
        case absolute
        /// In percent of the reference value.
        case relative
        /// In percent of the span (满量程).
        case span
    }

    /// One limit.
    public struct Row: Hashable, Sendable {
        /// The check: `zero_drift`, `standard_sample`, `comparison`.
        public let check: String
        /// The check's name as cited.
        public let name: String
        /// The items it holds for; empty for all.
        public let items: [DischargeItem]
        /// The reference value from which on the row holds, included; nil for no bound.
        public let from: ExactDecimal?
        /// The reference value below which the row holds; nil for no bound.
        public let below: ExactDecimal?
        /// What the error is measured in.
        public let basis: Basis
        /// The largest error with which the device is as it should be; nil where the rule knows one limit only.
        public let normal: ExactDecimal?
        /// The largest error with which its data are still good.
        public let limit: ExactDecimal

        /// Makes a row.
        public init(
            check: String, name: String, items: [DischargeItem], from: ExactDecimal? = nil,
            below: ExactDecimal? = nil, basis: Basis, normal: ExactDecimal? = nil, limit: ExactDecimal
        ) {
            self.check = check
            self.name = name
            self.items = items
            self.from = from
            self.below = below
            self.basis = basis
            self.normal = normal
            self.limit = limit
        }

        func holds(_ check: String, _ item: DischargeItem, _ reference: ExactDecimal) -> Bool {
            self.check == check && (items.isEmpty || items.contains(item)) && from.map { reference >= $0 } ?? true
                && below.map { reference < $0 } ?? true
        }
    }

    /// What came of a check.
    public struct Result: Hashable, Sendable {
        /// The three outcomes.
        public enum Outcome: Hashable, Sendable {
            /// At or below the limit (the normal one, where there are two).
            case passed
            /// Above the normal error, not above the limit: to be adjusted.
            case adjust
            /// Above the limit: the device was out of control (失控) and its data since the last good check are invalid.
            case failed
        }

        /// The row that held.
        public let row: Row
        /// The error with its sign, exact, in the row's basis.
        public let error: Rational
        /// The outcome.
        public let outcome: Outcome
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The limits; the first one that fits holds.
    public let rows: [Row]

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for a limit that is not above zero or below the normal error.
    public init(id: String, title: String, rows: [Row]) throws(StandardsError) {
        for row in rows where row.limit <= .zero || row.normal.map({ $0 > row.limit || $0.isNegative }) ?? false {
            throw StandardsError(.invalidRule, subject: row.check, value: row.limit.description)
        }
        self.id = id
        self.title = title
        self.rows = rows
    }

    /// The outcome of a calibration or check.
    ///
    /// - Parameters:
    ///   - check: the check, as the rule names it.
    ///   - item: what was checked.
    ///   - reference: the value of the gas, sample or comparison.
    ///   - measured: what the device showed.
    ///   - span: the measuring range; needed for drifts only.
    /// - Throws: `.unknownItem` when no row fits, `.divisionByZero` for an error relative to zero or without a span.
    public func result(
        _ check: String, item: DischargeItem, reference: ExactDecimal, measured: ExactDecimal,
        span: ExactDecimal? = nil
    ) throws(StandardsError) -> Result {
        guard let row = rows.first(where: { $0.holds(check, item, reference) }) else {
            throw StandardsError(.unknownItem, subject: check, value: item.rawValue)
        }
        let difference = measured.rational - reference.rational
        let error =
            switch row.basis {
            case .absolute: difference
            case .relative: try difference * 100 / reference.rational
            case .span: try difference * 100 / (span ?? .zero).rational
            }
        let outcome: Result.Outcome =
            if error.magnitude > row.limit.rational {
                .failed
            } else if let normal = row.normal, error.magnitude > normal.rational {
                .adjust
            } else {
                .passed
            }
        return Result(row: row, error: error, outcome: outcome)
    }
}
