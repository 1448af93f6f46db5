package import Standards

/// What was measured on the spot at an outlet, as a piece of evidence says it.
package struct SpotSample: Hashable, Sendable {
    package let channel: MonitoringChannel
    /// When sampling began and ended.
    package let from: Instant
    package let to: Instant
    /// The result with its unit, as the report prints it.
    package let result: String
    /// Whether a statutory method was used: only then it prevails (部令第30号第30条).
    package let isStatutory: Bool

    package init(channel: MonitoringChannel, from: Instant, to: Instant, result: String, isStatutory: Bool) {
        self.channel = channel
        self.from = from
        self.to = to
        self.result = result
        self.isStatutory = isStatutory
    }

    /// The last moment of sampling: an hour that begins when it ends is not covered.
    var last: Instant { from < to ? to.adding(seconds: -1) : from }

    private static let fromKey = "采样开始"
    private static let toKey = "采样结束"
    private static let resultKey = "监测结果"
    private static let methodKey = "法定方法"

    /// As a piece of evidence keeps it.
    package var values: [String: PaperValue] {
        let own: [String: String] = [
            Self.fromKey: from.description, Self.toKey: to.description, Self.resultKey: result,
            Self.methodKey: isStatutory ? "是" : "否",
        ]
        return channel.values.merging(own.mapValues { PaperValue.text($0) }) { $1 }
    }

    /// Reads it out of a piece of evidence; nil where it is none.
    package init?(_ item: EvidenceItem) {
        let text = item.values.text
        guard let channel = MonitoringChannel(item.values), let from = text(Self.fromKey).flatMap({ Instant($0) }),
            let to = text(Self.toKey).flatMap({ Instant($0) }), let result = text(Self.resultKey)
        else { return nil }
        self.init(channel: channel, from: from, to: to, result: result, isStatutory: text(Self.methodKey) == "是")
    }
}
