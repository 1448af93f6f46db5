package import Standards

/// What a check of zero or span of a device found.
package struct CheckDrift: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// 零点: the error in what the limits of the rule are in: the unit of the item, or percent of the span.
        case zero
        /// 跨度: the error in percent.
        case span
    }

    package let station: String
    package let item: String
    package let moment: Instant
    package let kind: Kind
    /// With its sign.
    package let error: ExactDecimal

    package init(station: String, item: String, moment: Instant, kind: Kind, error: ExactDecimal) {
        self.station = station
        self.item = item
        self.moment = moment
        self.kind = kind
        self.error = error
    }
}
