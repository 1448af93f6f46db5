import HJ212
import Monitoring
import Registry
import Standards
import Storage

/// What a packet says, as readings of registered objects.
enum PacketReadings {
    /// Why a packet gives no readings.
    enum Refusal: String {
        /// Its device is not registered.
        case unknownDevice = "unknown-device"
        /// Its data time is missing, impossible, before 2005 or in the future.
        case implausibleTime = "implausible-time"
    }

    /// Clocks may run ahead by this much before a time counts as future, in seconds.
    static let greatestLeadSeconds: Int64 = 600
    /// 2005-01-01T00:00:00Z: before the first edition of the protocol no device could have measured.
    static let earliestSeconds: Int64 = 1_104_537_600

    /// Readings of a packet of a known device.
    static func readings(
        of packet: Packet, binding: DeviceBinding, logged: LoggedPacket
    ) -> Result<[Reading], RefusalError> {
        guard let command = packet.commandNumber, command.isMeasurement else { return .success([]) }
        guard let time = packet.dataTime else { return .failure(RefusalError(reason: .implausibleTime)) }
        let received = logged.entry.receivedMilliseconds / 1000
        guard time.unixSeconds >= earliestSeconds, time.unixSeconds <= received + greatestLeadSeconds else {
            return .failure(RefusalError(reason: .implausibleTime))
        }
        let seconds = periodSeconds(of: command, binding: binding)
        let start = periodStart(Instant(secondsSince1970: time.unixSeconds), seconds: seconds)
        var readings: [Reading] = []
        for item in packet.items {
            guard let channel = binding.channel(for: item.code.string) else { continue }
            let flag = item[.flag]?.string ?? ""
            func add(_ text: FieldText, as name: String) {
                let value = ExactDecimal(utf8: text.bytes).flatMap { converted($0, channel.powerOfTen) }
                readings.append(
                    Reading(
                        series: SeriesKey(object: binding.object, item: name, seconds: seconds), start: start,
                        arrivedMilliseconds: logged.entry.receivedMilliseconds, origin: .packet(logged.address),
                        value: value, flag: value == nil && flag.isEmpty ? "NA" : flag))
            }
            if let text = item[.average] ?? item[.noise] ?? item[.realtime] { add(text, as: channel.item) }
            if let text = item[.convertedAverage] ?? item[.convertedRealtime] { add(text, as: channel.item + "-zs") }
        }
        return .success(readings)
    }

    /// A value in the item's unit. As sent when no conversion is due; otherwise without the zeros that the other unit
    /// needed (41000.000 ng/m³ is 41 µg/m³).
    private static func converted(_ value: ExactDecimal, _ powerOfTen: Int) -> ExactDecimal? {
        powerOfTen == 0 ? value : try? value.multiplied(byPowerOfTen: powerOfTen).normalized
    }

    struct RefusalError: Error { let reason: Refusal }

    /// Ten minutes is what loggers send unless set otherwise (HJ 212-2017 table 4, MinInterval).
    private static let minuteSeconds = 600
    private static let daySeconds = 86_400

    private static func periodSeconds(of command: CommandNumber, binding: DeviceBinding) -> Int {
        switch command {
        case .realtimeData: 0
        case .minuteData: minuteSeconds
        case .hourData: binding.hourSeconds
        default: daySeconds
        }
    }

    /// The start of the period that a label falls in; labels of some devices carry stray seconds.
    private static func periodStart(_ time: Instant, seconds: Int) -> Instant {
        guard seconds > 0 else { return time }
        let local = time.secondsSince1970 + Instant.beijingOffsetSeconds
        return Instant(secondsSince1970: local - local % Int64(seconds) - Instant.beijingOffsetSeconds)
    }
}
