/// 设备登记: the devices that send and are not registered, the registered ones, and 接管.
package struct AdoptionPage: Sendable {
    package let frame: PageFrame
    package let capture: CaptureState
    /// E.g. 3 台设备在发送，等待登记.
    package let waitingText: String
    package let waiting: [Waiting]
    /// E.g. 28 台.
    package let registeredText: String
    package let registered: [Registered]
    /// Said when nothing waits.
    package let emptyReason: String

    /// A device that waits.
    package struct Waiting: Sendable {
        package let mn: String
        /// Address of its form.
        package let href: String
        package let dialect: String
        /// E.g. 2061 小时数据、2011 实时数据.
        package let commands: String
        /// E.g. 二氧化硫、氮氧化物 等 7 个.
        package let factors: String
        package let firstText: String
        package let lastText: String
        /// Address of the last packet.
        package let lastHref: String
        package let packetCount: String
        package let peers: String
        /// What it takes up of the quota, e.g. 1.2 MB.
        package let charge: String
    }

    /// A device that is registered.
    package struct Registered: Sendable {
        package let mn: String
        package let href: String
        package let object: String
        package let kind: String
        package let owner: String
        package let dialect: String
        /// 未验收 where there is no date.
        package let accepted: String
        package let isAccepted: Bool
        package let filed: String
    }
}
