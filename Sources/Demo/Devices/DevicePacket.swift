/// One packet as it goes onto the line, all deviations of the device included.
package struct DevicePacket: Hashable, Sendable {
    package let bytes: [UInt8]
    /// The QN under which the answer comes back.
    package let qn: String
    package let wantsAnswer: Bool
}
