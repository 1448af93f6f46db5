package import HJ212
package import Standards

/// The devices of `qingheng device simulate`: so many, alike but for number and values.
package struct TrialFleet: Sendable {
    package var count = 1
    package var edition = DistrictPlan.Device.Version.hj2017
    package var profile = TrialProfile.outlet
    /// What all devices do wrong.
    package var deviations: [Deviation] = []
    /// Whether each device shows but one of `deviations`, the first the first.
    package var hasOneDeviationEach = false
    /// Seconds between two realtime packets; 0: none.
    package var realtimeSeconds = 30
    package var firstNumber = TrialFleet.usualFirstNumber
    package var seed: UInt64 = 1
    /// Whether devices of 2025 ask for their number first (1001).
    package var registers = false
    /// The keys of SM4 by device number in upper case.
    package var keys: [String: CipherKey] = [:]

    /// 24 hexadecimal characters beginning DE: obviously none of a real device.
    package static let usualFirstNumber = "DE0000000000000051000001"
    /// The digits at the end of a number that are counted up.
    package static let countedDigits = 6

    package init() {}

    /// The number of the device with this place; nil when the first number does not end with enough hexadecimal digits or
    /// there are no more.
    package func number(_ place: Int) -> String? {
        let tail = firstNumber.suffix(Self.countedDigits)
        guard tail.utf8.count == Self.countedDigits, let first = Int(tail, radix: 16) else { return nil }
        let digits = String(first + place, radix: 16, uppercase: true)
        guard digits.count <= Self.countedDigits else { return nil }
        return firstNumber.dropLast(Self.countedDigits)
            + String(repeating: "0", count: Self.countedDigits - digits.count) + digits
    }

    /// The devices, in the order of their numbers.
    package func devices() -> [DeviceSimulator] {
        let noise = SeededNoise(seed: seed)
        let channels = profile.channels(in: edition)
        return (0..<count).map { place in
            let own =
                hasOneDeviationEach
                ? (deviations.isEmpty ? [] : [deviations[place % deviations.count]]) : deviations
            let device = DistrictPlan.Device(
                mn: number(place) ?? firstNumber, st: profile.systemType, version: edition, channels: profile.rawValue,
                line: "\(place)", realtimeSeconds: realtimeSeconds, deviations: own,
                awaitsAdoption: false)
            var simulator = DeviceSimulator(
                device: device,
                origin: .trial(TrialModel(noise: noise, number: place, profile: profile)), number: place,
                channels: channels, noise: noise, keepsAll: true)
            simulator.parameters.key = keys[device.mn.uppercased()]
            simulator.parameters.isRegistered = !registers
            return simulator
        }
    }

    /// The devices spread evenly over so many lines.
    package func lines(_ lines: Int, answeredThrough: Instant) -> [LineSession] {
        let devices = devices()
        return (0..<min(lines, devices.count)).map { line in
            let own = stride(from: line, to: devices.count, by: lines).map { devices[$0] }
            return LineSession(name: "\(line)", devices: own, answeredThrough: answeredThrough)
        }
    }

    /// What the devices write within a span of their plan as if the line were always up and nobody answered, in the order
    /// in which it becomes due. `write` may stop it by returning false.
    package func packets(after start: Instant, through end: Instant, write: ([UInt8]) throws -> Bool) rethrows {
        let devices = devices()
        var serial = 0
        // Hour by hour, so that a long span needs no more memory than a short one.
        var from = start
        while from < end {
            let to = min(end, from.adding(seconds: 3_600))
            let due = devices.enumerated().flatMap { place, device in
                device.transmissions(after: from, through: to).map { (place, $0) }
            }
            for (place, transmission) in due.sorted(by: { ($0.1.due, $0.0) < ($1.1.due, $1.0) }) {
                serial += 1
                guard
                    let packet = devices[place].packet(for: transmission, sentAt: transmission.due, serial: serial)
                else { continue }
                if try !write(packet.bytes) { return }
            }
            from = to
        }
    }
}
