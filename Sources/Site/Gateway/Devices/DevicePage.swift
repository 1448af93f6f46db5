/// One device: what it is, how it reports, its last packets.
package struct DevicePage: Sendable {
    package let frame: PageFrame
    /// What it watches, e.g. 甲厂 1号烟囱.
    package let place: String
    package let mn: String
    package let isUnaccepted: Bool
    /// 在线 or 静默 5 小时.
    package let stateText: String
    /// `better`, `warn` or `worse`.
    package let stateTone: String
    package let cause: String
    /// What to do; nil when nothing is.
    package let advice: String?
    /// Counts since the first packet.
    package let totals: [LabelledText]
    /// Object, owner, settings, 验收.
    package let facts: [LabelledText]
    /// Codes with analyser and range; empty when it is not bound.
    package let channels: [Channel]
    /// The records that bound it, the last one first.
    package let bindings: [Binding]
    /// The last packet of each kind.
    package let last: [Last]
    /// The course of its clock; nil when nothing is known of it.
    package let drift: ChartFragment?
    /// Thirty days, the last one first, hour by hour.
    package let days: [Day]
    /// 传输率 of these days, e.g. 98.6 %（收到 710 小时 / 应到 720 小时）.
    package let rateText: String
    /// What of an hour is enough for a full one, e.g. 45 分钟.
    package let enoughText: String
    package let packets: [Packet]
    /// Said when there are no packets to list.
    package let packetsHint: String
    /// Where it is registered, or its registration changed.
    package let register: TextLink

    /// A code of its binding.
    package struct Channel: Sendable {
        package let code: String
        package let name: String
        package let analyser: String
        package let range: String
    }

    /// A record that bound it.
    package struct Binding: Sendable {
        package let time: String
        package let object: String
        package let settings: String
        package let recordText: String
        package let recordHref: String
    }

    /// The last packet of a kind.
    package struct Last: Sendable {
        package let kind: String
        /// The time of its data.
        package let time: String
        package let href: String
    }

    /// A day of the calendar.
    package struct Day: Sendable {
        /// E.g. 11-22 周日.
        package let label: String
        package let hours: [Hour]
        /// E.g. 24/24.
        package let full: String
        package let packets: String
        package let bad: String
        package let resent: String
        package let duplicates: String
    }

    /// An hour of the calendar.
    package struct Hour: Sendable {
        /// `full`, `part`, `gap`, `due`, `fault`.
        package let tone: String
        /// ● ◐ ○ ▲ or nothing.
        package let sign: String
        /// E.g. 7时：收到 66/67.
        package let title: String
    }

    /// A packet of the log.
    package struct Packet: Sendable {
        package let received: String
        package let href: String
        package let command: String
        package let time: String
        package let size: String
        package let verdict: String
        /// `better` or `worse`.
        package let tone: String
        package let peer: String
        /// The beginning of its bytes as text, without the password.
        package let text: String
    }
}
