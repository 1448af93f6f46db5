/// 报文质量: every device, when it was last heard, what it sends and how well.
package struct DevicesPage: Sendable {
    package let frame: PageFrame
    /// Period of the counts, e.g. 近 24 小时.
    package let periodText: String
    /// Totals: 在线, 静默, 报文总数, CRC 错误, 长度不符.
    package let summary: [LabelledText]
    /// Silent devices first.
    package let rows: [Row]
    /// What the gateway met since it started; nil where none runs.
    package let gateway: GatewayState?
    /// Said when there is no device: why, and how to connect one.
    package let emptyReason: String

    /// One device.
    package struct Row: Sendable {
        /// Device number MN.
        package let mn: String
        /// Station or outlet it belongs to.
        package let owner: String
        /// Address of that; nil for none.
        package let ownerHref: String?
        /// 空气站, 废气排口, 废水排口, 水站.
        package let kind: String
        /// Version of the protocol seen, e.g. HJ 212—2017.
        package let version: String
        /// Last packet, e.g. 11-22 07:59:58.
        package let lastText: String
        /// Address of the last packet; nil for none.
        package let lastHref: String?
        package let okCount: String
        package let crcBadCount: String
        package let lengthWrongCount: String
        /// True where any packet was bad: the counts are set off.
        package let hasBad: Bool
        /// 在线 or 静默 5 小时.
        package let stateText: String
        /// `better`, `warn` or `worse`.
        package let stateTone: String
        /// Difference of clocks, e.g. +3 秒; — where not known.
        package let clockSkew: String
    }
}
