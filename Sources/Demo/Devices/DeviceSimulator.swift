package import Standards

/// One device of the district: what it would send at any moment. A pure function of the time handed in, so that a test,
/// a second run and the history agree.
///
/// DataTime is the START of the period, as HJ 212-2017 has it; the surface-water sections label the moment of sampling.
package struct DeviceSimulator: Sendable {
    /// What the device stands for, by its place in the plan's lists.
    enum Subject: Hashable, Sendable {
        case air(Int)
        case water(Int)
        case noise(Int)
        case outlet(Int)
    }

    package let device: DistrictPlan.Device
    let subject: Subject
    let script: DemoScript
    let channels: [DistrictPlan.Channel]
    /// Seconds by which the device's clock is behind. Its plan runs by its own clock.
    package var clockLag: Int
    /// First noise channel of the device.
    let channel: Int
    var noise: SeededNoise { script.history.noise }

    /// Seconds by which the clock of a device with `slowClock` is behind.
    static let slowness = 180

    init(device: DistrictPlan.Device, subject: Subject, number: Int, script: DemoScript) {
        self.device = device
        self.subject = subject
        self.script = script
        channels = script.history.plan.channels(of: device)
        clockLag = device.deviations.contains(.slowClock) ? Self.slowness : 0
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
            DeviceSimulator(device: pair.0, subject: pair.1, number: number, script: script)
        }
    }

    func has(_ deviation: Deviation) -> Bool {
        device.deviations.contains(deviation)
    }

    /// The moment from which the device sends nothing any more; nil for all but the silent enterprise's.
    package var silentFrom: Instant? {
        if case .outlet(let index) = subject { script.silentFrom(outlet: index) } else { nil }
    }
}
