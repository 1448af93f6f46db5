package import Standards

/// What an operator or enterprise declared about a stretch of time of its monitor.
package struct CheckMark: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// 运维: the device was being looked after.
        case maintenance
        /// 自动监测异常: the device was not normal.
        case deviceAbnormal
        /// 工况标记: an event of the plant by its id in the marking rule.
        case operating(event: String)
    }

    package let station: String
    /// The item; nil for all of the station.
    package let item: String?
    package let kind: Kind
    package let span: Period
    /// When it was made; nil when nobody knows, which is taken as in time.
    package let madeAt: Instant?
    /// The industry by whose appendix events are marked; empty for none.
    package let industry: String

    package init(
        station: String, item: String? = nil, kind: Kind, span: Period, madeAt: Instant? = nil, industry: String = ""
    ) {
        self.station = station
        self.item = item
        self.kind = kind
        self.span = span
        self.madeAt = madeAt
        self.industry = industry
    }
}
