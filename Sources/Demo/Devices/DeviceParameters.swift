package import HJ212

/// What the platform can set on a device (HJ 212-2017, table 9; key and number: 2025). Kept by the device over breaks.
package struct DeviceParameters: Sendable {
    package var mn: String
    package var password = "123456"
    /// RtdInterval in seconds; 0: it sends no realtime data.
    package var realtimeSeconds: Int
    /// Whether realtime data were not stopped by 2012.
    package var sendsRealtime = true
    /// MinInterval.
    package var minuteMinutes = 10
    /// OverTime: seconds without an answer before a packet goes out again.
    package var answerSeconds = DeviceQueue.answerSeconds
    /// ReCount: repeats after the first try.
    package var repeats = DeviceQueue.repeats
    /// CstartTime and CTime of the sampler.
    package var samplingStart = "000000"
    package var samplingHours = "4"
    /// Parameters written by 3021, by InfoId.
    package var information: [String: String] = [:]
    /// Whether the platform has given it its number (1002 of 2025); a device that has none asks for it.
    package var isRegistered = true
    /// The key of SM4; nil: content goes clear.
    package var key: CipherKey?

    init(mn: String, realtimeSeconds: Int) {
        self.mn = mn
        self.realtimeSeconds = realtimeSeconds
    }
}
