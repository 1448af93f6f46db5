import Gateway
import HJ212
import Ledger
import Records
import Registry
import Standards
import Storage

/// The devices of a city and a day of their packets: most are well, some are what a reviewer looks for in the morning.
struct FleetLoad {
    /// How a device fares. Of a thousand: fifteen silent, five never heard, fifteen with wrong check values, five with a
    /// wrong clock, the rest well.
    enum Fate: Equatable {
        case well
        /// Nothing since so many hours before the end of the day.
        case silent(hours: Int)
        case neverHeard
        /// Every so manyeth packet has a wrong check value; 1 for all.
        case wrongChecksum(every: Int)
        /// A year behind.
        case wrongClock
    }

    /// What the devices measure, as `qingheng device simulate --profile stack` sends it.
    private static let factors = ["a34013", "a21026", "a21002", "a19001", "a01012", "a00000"]
    /// So many of them stand in a packet of the day.
    private static let factorsOfPacket = 3
    /// Devices that send and that nobody registered, for each thousand that somebody did.
    private static let strangersOfThousand = 5
    private static let hour = 3_600

    let count: Int
    /// The length of the periods of minute data; divides the hour.
    let minuteSeconds: Int
    /// The beginning of the day that is made.
    let start: Instant

    /// Counted as `qingheng device simulate --first-mn` counts.
    static func number(_ device: Int) -> String {
        let digits = String(device, radix: 16, uppercase: true)
        return "88888880000002F0" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    static func fate(of device: Int) -> Fate {
        switch device % 1_000 {
        case 0..<15: .silent(hours: 2 + device % 20)
        case 15..<20: .neverHeard
        case 20..<30: .wrongChecksum(every: 20)
        case 30..<35: .wrongChecksum(every: 1)
        case 35..<40: .wrongClock
        default: .well
        }
    }

    /// The records that make some of the devices known.
    func registrations(of devices: Range<Int>, by actor: Actor) -> [Action] {
        devices.flatMap { device in
            var settings = DeviceSettings()
            settings.owner = "第\(device / 5)厂"
            settings.realtimeSeconds = 0
            settings.minuteSeconds = minuteSeconds
            settings.acceptedOn = device % 50 == 0 ? nil : CivilDate(year: 2026, month: 6, day: 1)
            let outlet = "outlet-\(device)"
            return [
                RegistryActions.register(
                    outlet, kind: .outlet, name: "\(device % 5 + 1)号排口",
                    fields: [
                        "enterprise": .string(settings.owner), "medium": device % 3 == 0 ? "water" : "air",
                        "limits": .array([]),
                    ], by: actor),
                RegistryActions.bind(
                    device: Self.number(device), to: outlet,
                    channels: Self.factors.map { DeviceChannel(code: $0, item: $0) }, settings: settings, by: actor),
            ]
        }
    }

    /// The packets that come in the minutes before a time: minute data, and those of the hour where one ends.
    ///
    /// - Parameter seconds: since the beginning of the day.
    func packets(before seconds: Int) throws -> [PacketEntry] {
        var entries: [PacketEntry] = []
        for device in 0..<(count + count * Self.strangersOfThousand / 1_000) {
            let fate = device < count ? Self.fate(of: device) : .well
            if case .silent(let hours) = fate, seconds > 86_400 - hours * Self.hour { continue }
            if fate == .neverHeard { continue }
            entries.append(try entry(of: device, .minuteData, minuteSeconds, before: seconds, fate))
            if seconds % Self.hour == 0 {
                entries.append(try entry(of: device, .hourData, Self.hour, before: seconds, fate))
            }
        }
        // The log is in the order of its times.
        return entries.sorted { $0.receivedMilliseconds < $1.receivedMilliseconds }
    }

    private func entry(
        of device: Int, _ command: CommandNumber, _ length: Int, before seconds: Int, _ fate: Fate
    ) throws -> PacketEntry {
        // Loggers do not all dial in the same second.
        let received = start.secondsSince1970 + Int64(seconds + device % 60)
        let error: Int64 = fate == .wrongClock ? -31_536_000 * 2 : 0
        var numbers = QNSequence()
        var writer = PacketWriter(
            qn: numbers.next(unixMilliseconds: (received + error) * 1_000) ?? "", systemType: .airSource,
            command: command, password: "123456", mn: Self.number(device),
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        let label = start.secondsSince1970 + Int64(seconds - length) + error
        writer.add(["DataTime": DataTime(unixSeconds: label)?.text ?? ""])
        for (index, code) in Self.factors.prefix(Self.factorsOfPacket).enumerated() {
            let value = String((device * 7 + seconds / 600 * 3 + index * 11) % 90 + 10)
            writer.add(code: code, [(.average, value + ".5"), (.flag, "N")])
        }
        var verdict = PacketVerdict.accepted
        if case .wrongChecksum(let every) = fate, seconds / minuteSeconds % every == 0 { verdict = .wrongChecksum }
        // As the gateway keeps it: without the end of the line.
        var raw = Array(try writer.frame().dropLast(2))
        if verdict == .wrongChecksum, let last = raw.popLast() {
            raw.append(last == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0"))
        }
        return PacketEntry(
            receivedMilliseconds: received * 1_000, peer: "10.\(device / 2_500).\(device / 10 % 250).7:5000",
            verdict: verdict.rawValue, raw: raw)
    }
}
