package import Registry

/// What is to be expected of a device: what it was registered with, and else what it has been sending.
package struct DeviceExpectation: Sendable, Hashable {
    /// The interval of realtime data in seconds; nil when it sends none.
    package let realtimeSeconds: Int?
    /// The interval of minute data in seconds; nil when it sends none.
    package let minuteSeconds: Int?
    /// The length of the periods of hour data in seconds; nil when it sends none.
    package let hourSeconds: Int?
    /// The periods that hour data are of, whether it sends any or not.
    private let periodSeconds: Int

    package init(realtimeSeconds: Int?, minuteSeconds: Int?, hourSeconds: Int?, periodSeconds: Int = 3_600) {
        self.realtimeSeconds = realtimeSeconds
        self.minuteSeconds = minuteSeconds
        self.hourSeconds = hourSeconds
        self.periodSeconds = periodSeconds
    }

    package init(_ device: RegisteredDevice?, _ health: DeviceHealth?) {
        func sends(_ kind: PacketClass) -> Bool { health.map { $0.counts.count(of: kind) > 0 } ?? false }
        let seen = sends(.realtime) ? Int(health?.realtimeSeconds ?? 60) : nil
        let registered = device?.realtimeSeconds
        // A device of which nothing could be used so far owes its hour data at least.
        let owesAll = device != nil && !PacketClass.data.contains(where: sends)
        self.init(
            realtimeSeconds: registered == 0 ? nil : registered ?? seen,
            minuteSeconds: sends(.minute) ? device?.minuteSeconds ?? 600 : nil,
            hourSeconds: sends(.hour) || owesAll ? device?.hourSeconds ?? 3_600 : nil,
            periodSeconds: device?.hourSeconds ?? 3_600)
    }

    /// However often a device sends, it may be quiet for so long, in seconds: loggers dial again for some minutes.
    package static let leastPatienceSeconds = 900

    /// How long it may be quiet before it counts as silent, in seconds: five of its shortest intervals, but a quarter of an
    /// hour at least; or one and a half of its periods.
    package var patienceSeconds: Int64 {
        if let realtimeSeconds { return Int64(max(Self.leastPatienceSeconds, 5 * realtimeSeconds)) }
        if let minuteSeconds { return Int64(max(Self.leastPatienceSeconds, 5 * minuteSeconds)) }
        return Int64(hourSeconds ?? periodSeconds) * 3 / 2
    }
}
