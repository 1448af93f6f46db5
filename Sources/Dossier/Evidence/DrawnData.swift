package import Standards

/// Monitoring data of a day that an officer drew as evidence (调取): what is known of the device and its marks then.
package struct DrawnData: Hashable, Sendable {
    package let channel: MonitoringChannel
    /// The day of the data.
    package let day: CivilDate
    /// 验收 of the device, in words.
    package let acceptance: String
    /// Its last calibration, in words.
    package let calibration: String
    /// The hours that the device marked, in words.
    package let marks: String
    /// Why they were drawn.
    package let reason: String
    /// The record of the sealed document in which they stand.
    package let document: Int64

    package init(
        channel: MonitoringChannel, day: CivilDate, acceptance: String, calibration: String, marks: String,
        reason: String, document: Int64
    ) {
        self.channel = channel
        self.day = day
        self.acceptance = acceptance
        self.calibration = calibration
        self.marks = marks
        self.reason = reason
        self.document = document
    }

    /// As a piece of evidence keeps it.
    package var values: [String: PaperValue] {
        let own: [String: String] = [
            Self.dayKey: day.description, "设备验收": acceptance, "最近校准": calibration, "设备标记": marks, "调取事由": reason,
            Self.documentKey: String(document),
        ]
        return channel.values.merging(own.mapValues { PaperValue.text($0) }) { $1 }
    }

    private static let dayKey = "数据日期"
    private static let documentKey = "定稿记录"

    /// Reads it out of a piece of evidence; nil where it is none.
    package init?(_ item: EvidenceItem) {
        let text = item.values.text
        guard case .claim = item.content, let channel = MonitoringChannel(item.values),
            let day = text(Self.dayKey).flatMap({ CivilDate($0) }),
            let document = text(Self.documentKey).flatMap(Int64.init)
        else { return nil }
        self.init(
            channel: channel, day: day, acceptance: text("设备验收") ?? "", calibration: text("最近校准") ?? "",
            marks: text("设备标记") ?? "", reason: text("调取事由") ?? "", document: document)
    }
}
