package import Standards

/// A stretch of time of an outlet's monitor that its enterprise marked. The bureau shows it and never makes one.
package struct OutletMark: Sendable, Hashable {
    /// What is declared (污染物排放自动监测设备标记规则).
    package enum Kind: String, Sendable, CaseIterable {
        /// 运维.
        case maintenance
        /// 自动监测异常: the data are not used to judge.
        case abnormal
        /// 工况: an event of the plant.
        case operating
    }

    package let outlet: String
    /// The item of the limit; nil for all of the outlet.
    package let item: String?
    package let kind: Kind
    /// What the enterprise wrote of the event: 冷启动. Empty but for `operating`.
    package let event: String
    /// The industry by whose appendix events are marked, as written; empty for none.
    package let industry: String
    package let span: Period
    /// When the enterprise made it.
    package let madeAt: Instant
    /// Who made it, as written.
    package let maker: String
    package let note: String
    /// Whether the enterprise took it back.
    package let isWithdrawn: Bool
    /// The record of its import; 0 before it is on record.
    package let sequence: Int64
    /// The line of the file.
    package let line: Int

    package init(
        outlet: String, item: String?, kind: Kind, event: String, industry: String, span: Period, madeAt: Instant,
        maker: String, note: String, isWithdrawn: Bool, sequence: Int64, line: Int
    ) {
        self.outlet = outlet
        self.item = item
        self.kind = kind
        self.event = event
        self.industry = industry
        self.span = span
        self.madeAt = madeAt
        self.maker = maker
        self.note = note
        self.isWithdrawn = isWithdrawn
        self.sequence = sequence
        self.line = line
    }

    /// Whether it speaks of an item at an hour.
    package func covers(_ start: Instant, item: String) -> Bool {
        (self.item ?? item) == item && span.start <= start && start < span.end
    }
}
