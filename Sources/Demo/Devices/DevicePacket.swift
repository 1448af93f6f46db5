/// One packet as it goes onto the line, all deviations of the device included.
package struct DevicePacket: Hashable, Sendable {
    package let bytes: [UInt8]
    /// As it goes out when it is repeated: without what spoiled it on its first way.
    package let repeated: [UInt8]
    /// The QN under which the answer comes back.
    package let qn: String
    package let wantsAnswer: Bool

    init(bytes: [UInt8], repeated: [UInt8]? = nil, qn: String, wantsAnswer: Bool) {
        self.bytes = bytes
        self.repeated = repeated ?? bytes
        self.qn = qn
        self.wantsAnswer = wantsAnswer
    }
}
