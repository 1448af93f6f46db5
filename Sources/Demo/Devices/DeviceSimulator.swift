package import Standards

/// One device: what it would send at any moment. A pure function of the time handed in and of what the platform has set, so
/// that a test, a second run and the history agree.
///
/// DataTime is the START of the period, as HJ 212-2017 has it; the surface-water sections label the moment of sampling.
package struct DeviceSimulator: Sendable {
    /// What a device of the district stands for, by its place in the plan's lists.
    enum Subject: Hashable, Sendable {
        case air(Int)
        case water(Int)
        case noise(Int)
        case outlet(Int)
    }

    /// Where its values come from.
    enum Origin: Sendable {
        /// A device of the demo's district.
        case district(Subject, DemoScript)
        /// A device without a place, of `qingheng device simulate`.
        case trial(TrialModel)
    }

    package let device: DistrictPlan.Device
    let origin: Origin
    let channels: [DistrictPlan.Channel]
    let deviations: Set<Deviation>
    /// Whether realtime and minute data too are kept until they are answered.
    let keepsAll: Bool
    /// What the platform can set.
    package var parameters: DeviceParameters
    /// Seconds by which the device's clock is behind. Its plan runs by its own clock.
    package var clockLag: Int
    /// First noise channel of the device.
    let channel: Int
    let noise: SeededNoise

    /// Seconds by which the clock of a device with `slowClock` is behind.
    static let slowness = 180
    /// Seconds by which the clock of a device with `futureClock` is ahead.
    static let haste = 7_200
    /// Seconds by which the clock of a device with `epochClock` is behind: from 2026 to 1970.
    static let epochLag = 1_767_196_800

    init(
        device: DistrictPlan.Device, origin: Origin, number: Int, channels: [DistrictPlan.Channel], noise: SeededNoise,
        keepsAll: Bool = false
    ) {
        self.device = device
        self.origin = origin
        self.channels = channels
        self.noise = noise
        self.keepsAll = keepsAll
        deviations = Set(device.deviations)
        parameters = DeviceParameters(mn: device.mn, realtimeSeconds: device.realtimeSeconds)
        clockLag = Self.lag(of: deviations)
        channel = 20_000 + number * 10
    }

    /// Every device of the plan, in the plan's order.
    package static func all(of script: DemoScript) -> [DeviceSimulator] {
        let plan = script.history.plan
        var pairs: [(DistrictPlan.Device, Subject)] = []
        pairs += plan.airStations.enumerated().map { ($1.device, .air($0)) }
        pairs += plan.waterSections.enumerated().map { ($1.device, .water($0)) }
        pairs += plan.noisePoints.enumerated().map { ($1.device, .noise($0)) }
        pairs += script.outlets.enumerated().map { ($1.device, .outlet($0)) }
        return pairs.enumerated().map { number, pair in
            DeviceSimulator(
                device: pair.0, origin: .district(pair.1, script), number: number,
                channels: plan.channels(of: pair.0), noise: script.history.noise)
        }
    }

    func has(_ deviation: Deviation) -> Bool { deviations.contains(deviation) }

    /// Whether the device keeps a packet until it is answered.
    func isKept(_ kind: Transmission.Kind) -> Bool {
        if kind == .heartbeat || has(.missingNumber) { return false }
        return keepsAll || kind.isKept
    }

    /// The moment from which the device sends nothing any more; nil for all but the silent enterprise's.
    package var silentFrom: Instant? {
        if case .district(.outlet(let index), let script) = origin { script.silentFrom(outlet: index) } else { nil }
    }

    private static func lag(of deviations: Set<Deviation>) -> Int {
        if deviations.contains(.epochClock) { return epochLag }
        if deviations.contains(.futureClock) { return -haste }
        return deviations.contains(.slowClock) ? slowness : 0
    }
}
