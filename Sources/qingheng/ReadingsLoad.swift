import HJ212
import Ledger
import Records
import Registry
import Standards
import Storage

/// Packets of made-up outlets: realtime data every minute, data of ten minutes and of the hour, twelve factors each.
struct ReadingsLoad {
    /// What a packet says of each factor, and so how many readings it gives.
    static let factors = [
        "a21026", "a21002", "a34013", "a19001", "a01011", "a01012", "a01013", "a01014", "a21005", "a24088", "a05024",
        "a00000",
    ]
    private static let minutesOfHour = 60
    private static let logger = 10
    /// Digits of a value, without its point.
    private static let digits = 4

    /// One form of packet of a device, whose times and values are overwritten again and again.
    private struct Template {
        var segment: [UInt8]
        let timePlace: Int
        let numberPlace: Int
        /// Where the values stand: `12.34`.
        let valuePlaces: [Int]
    }

    private struct Device {
        let peer: String
        var forms: [Template]
        var values: [Int]
    }

    private var devices: [Device] = []
    private var chance = RandomSteps(state: 20_261_126)
    /// Minutes made so far.
    private(set) var minute = 0
    private(set) var values = 0
    private let first: Instant
    let hoursOnly: Bool

    static func number(_ device: Int) -> String {
        let digits = String(device)
        return "88888880000001F0" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    static func outlet(_ device: Int) -> String { "outlet-\(device)" }

    init(devices count: Int, from first: Instant, hoursOnly: Bool) throws {
        self.first = first
        self.hoursOnly = hoursOnly
        for number in 0..<count {
            devices.append(
                Device(
                    peer: "10.0.\(number / 250).\(number % 250):5000",
                    forms: try [CommandNumber.realtimeData, .minuteData, .hourData].map { command in
                        try Self.template(command, device: number)
                    }, values: Self.factors.indices.map { 1_000 + 700 * $0 }))
        }
    }

    /// The records that make the devices known.
    static func registrations(of count: Int, by actor: Actor) -> [Action] {
        (0..<count).flatMap { number in
            [
                RegistryActions.register(
                    outlet(number), kind: .outlet, name: "排口\(number)",
                    fields: ["enterprise": "测速", "medium": "air", "limits": .array([])], by: actor),
                RegistryActions.bind(
                    device: Self.number(number), to: outlet(number),
                    channels: factors.map { DeviceChannel(code: $0, item: $0) }, by: actor),
            ]
        }
    }

    /// The packets of the next minute, as the log keeps them.
    mutating func nextMinute() -> [PacketEntry] {
        let start = first.secondsSince1970 + Int64(minute) * 60
        var entries: [PacketEntry] = []
        for index in devices.indices {
            if !hoursOnly { entries.append(entry(of: index, form: 0, start: start)) }
            if !hoursOnly, minute % Self.logger == 0 { entries.append(entry(of: index, form: 1, start: start - 600)) }
            if hoursOnly || minute % Self.minutesOfHour == 0 {
                // The packets of an hour instead of a minute, when nothing else is wanted.
                let hour = hoursOnly ? first.secondsSince1970 + Int64(minute) * 3_600 : start - 3_600
                entries.append(entry(of: index, form: 2, start: hour))
            }
        }
        minute += 1
        values += entries.count * Self.factors.count
        return entries
    }

    private mutating func entry(of index: Int, form: Int, start: Int64) -> PacketEntry {
        for (factor, place) in devices[index].forms[form].valuePlaces.enumerated() {
            let value = min(max(devices[index].values[factor] + chance.next(below: 61) - 30, 0), 9_999)
            devices[index].values[factor] = value
            Self.write(value / 100, digits: 2, at: place, in: &devices[index].forms[form].segment)
            Self.write(value % 100, digits: 2, at: place + 3, in: &devices[index].forms[form].segment)
        }
        let length = [0, 600, 3_600][form]
        let received = (start + Int64(length)) * 1_000 + Int64(200 + chance.next(below: 3_000))
        let template = devices[index].forms[form]
        Self.write(time: start, at: template.timePlace, in: &devices[index].forms[form].segment)
        Self.write(time: received / 1_000, at: template.numberPlace, in: &devices[index].forms[form].segment)
        let raw = (try? PacketWriter.frame(ofSegment: devices[index].forms[form].segment)) ?? []
        return PacketEntry(receivedMilliseconds: received, peer: devices[index].peer, verdict: 0, raw: raw)
    }

    private static func template(_ command: CommandNumber, device: Int) throws -> Template {
        var writer = PacketWriter(
            qn: "20260101000000000", systemType: .airSource, command: command, password: "123456",
            mn: number(device), flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["DataTime": "20260101000000"])
        for factor in factors {
            let average: [(FieldName, String)] =
                command == .realtimeData
                ? [(.realtime, "12.34")] : [(.minimum, "01.00"), (.average, "12.34"), (.maximum, "99.00")]
            writer.add(code: factor, average + [(.flag, "N")])
        }
        let segment = try writer.segment()
        let marker = Array((command == .realtimeData ? "-Rtd=" : "-Avg=").utf8)
        return Template(
            segment: segment, timePlace: places(of: Array("DataTime=".utf8), in: segment)[0],
            numberPlace: places(of: Array("QN=".utf8), in: segment)[0], valuePlaces: places(of: marker, in: segment))
    }

    /// Where what follows a text begins.
    private static func places(of text: [UInt8], in bytes: [UInt8]) -> [Int] {
        (0...(bytes.count - text.count)).filter { bytes[$0..<($0 + text.count)].elementsEqual(text) }
            .map { $0 + text.count }
    }

    private static func write(time: Int64, at place: Int, in bytes: inout [UInt8]) {
        guard let time = DataTime(unixSeconds: time) else { return }
        for (text, offset) in [
            (time.year, 0), (time.month, 4), (time.day, 6), (time.hour, 8), (time.minute, 10), (time.second, 12),
        ] {
            write(text, digits: offset == 0 ? 4 : 2, at: place + offset, in: &bytes)
        }
    }

    private static func write(_ number: Int, digits: Int, at place: Int, in bytes: inout [UInt8]) {
        var rest = number
        for offset in stride(from: digits - 1, through: 0, by: -1) {
            bytes[place + offset] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}
