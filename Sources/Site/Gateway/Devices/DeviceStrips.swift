import Gateway
import Standards

/// The last 24 hours of some devices.
struct DeviceStrips {
    /// As many hours as a strip has.
    private static let count: Int64 = 24

    private let hours: [String: [DeviceHour]]
    private let from: Int64
    private let to: Int64
    private let now: Int64
    /// So many minutes of an hour with data are enough.
    let leastMinutes: Int

    init(_ devices: [FleetDevice], in context: PageContext) throws {
        now = context.now.secondsSince1970
        leastMinutes = try CompletenessRules(context.catalog, on: context.today).leastMinutes
        to = now - now % 3_600 + 3_600
        from = to - Self.count * 3_600
        // The period of hour data that an hour is part of may have begun some hours earlier.
        hours = try DeviceStore.hours(
            of: devices.map(\.mn), from: from - 4 * 3_600, to: to, in: context.connection)
    }

    func strip(of device: FleetDevice) -> [HourCompleteness] {
        HourCompleteness.hours(
            hours[device.mn] ?? [], from: from, to: to, device.expectation, leastMinutes: leastMinutes,
            known: device.knownSeconds, now: now)
    }
}

extension FleetDevice {
    /// Since when something is expected of it, in seconds since 1970-01-01T00:00:00Z.
    var knownSeconds: Int64 {
        // Hours are not kept of a number that nobody registered.
        guard device != nil else { return .max }
        let registered = health?.registeredMilliseconds ?? .max
        return min(registered, health?.firstReceivedMilliseconds ?? .max) / 1000
    }
}
