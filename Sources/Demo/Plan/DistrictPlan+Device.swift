extension DistrictPlan {
    /// A monitoring device that dials the gateway.
    package struct Device: Codable, Sendable {
        /// 24 hexadecimal characters beginning DE: obviously none of a real device.
        package let mn: String
        /// System code of HJ 212: 21, 22, 23, 31 or 32.
        package let st: String
        package let version: Version
        /// Name of its list in `channelSets`.
        package let channels: String
        /// Devices of one line share one TCP connection (a forwarder).
        package let line: String
        /// Seconds between two realtime packets; 0: it sends none.
        package let realtimeSeconds: Int
        package let deviations: [Deviation]
        /// True for the device that sends without anybody having registered it; absent for all others.
        package let awaitsAdoption: Bool?

        package enum Version: String, Codable, Sendable {
            case hj2005 = "2005"
            case hj2017 = "2017"
            case hj2025 = "2025"
            case surfaceWater = "surface-water-2017"
        }
    }

    /// One factor of a device: its code, the unit in which this device sends it, and how many decimals.
    package struct Channel: Codable, Hashable, Sendable {
        package let item: String
        package let code: String
        /// As the device sends it: not always the unit of HJ 212 table B.2.
        package let unit: String
        package let decimals: Int
    }
}
