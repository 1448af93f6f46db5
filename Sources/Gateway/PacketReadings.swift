import HJ212
import Monitoring
import Registry
import Standards
import Storage

/// What a packet says, as readings of registered objects.
enum PacketReadings {
    /// Readings of a packet of a known device.
    ///
    /// - Parameters:
    ///   - binding: the binding in force when the packet was received.
    ///   - device: how its device is understood by that binding. Its profile alone says whether the packet may be used,
    ///     of which moment or period it speaks, and why not: as the gateway judged it when it arrived.
    ///   - channels: those of the binding.
    static func readings(
        of packet: Packet, binding: DeviceBinding, device: DeviceDirectory.Device, channels: ChannelTable,
        logged: LoggedPacket
    ) -> Result<[Reading], Refusal> {
        let profile = device.profile(for: packet)
        let judgement = profile.judge(packet, received: logged.entry.receivedMilliseconds / 1000)
        switch judgement.verdict {
        case .quarantined(let reason), .refused(let reason): return .failure(Refusal(reason: reason))
        case .accepted: break
        }
        guard judgement.holdsData, let command = judgement.packet.commandNumber, let time = judgement.time else {
            return .success([])
        }
        let seconds = Int(profile.periodSeconds(of: command) ?? 0)
        let start = periodStart(Instant(secondsSince1970: time.unixSeconds), seconds: seconds)
        var readings: [Reading] = []
        let items = judgement.packet.items
        readings.reserveCapacity(items.count)
        var channels = channels
        for item in items {
            guard let channel = channels.channel(for: item.code) else { continue }
            let values = ItemValues(item)
            func add(_ text: FieldText, as name: String) {
                let value = ExactDecimal(utf8: text.bytes).flatMap { converted($0, channel.powerOfTen) }
                readings.append(
                    Reading(
                        series: SeriesKey(object: binding.object, item: name, seconds: seconds), start: start,
                        arrivedMilliseconds: logged.entry.receivedMilliseconds, origin: .packet(logged.address),
                        value: value, flag: value == nil && values.flag.isEmpty ? "NA" : values.flag))
            }
            if let text = values.value { add(text, as: channel.item) }
            if let text = values.converted { add(text, as: channel.convertedItem) }
        }
        return .success(readings)
    }

    /// A packet that gives no readings.
    struct Refusal: Error { let reason: Judgement.Reason }

    /// A value in the item's unit. As sent when no conversion is due; otherwise without the zeros that the other unit
    /// needed (41000.000 ng/m³ is 41 µg/m³).
    private static func converted(_ value: ExactDecimal, _ powerOfTen: Int) -> ExactDecimal? {
        powerOfTen == 0 ? value : try? value.multiplied(byPowerOfTen: powerOfTen).normalized
    }

    /// The start of the period that a label falls in; labels of some devices carry stray seconds.
    private static func periodStart(_ time: Instant, seconds: Int) -> Instant {
        guard seconds > 0 else { return time }
        let local = time.secondsSince1970 + Instant.beijingOffsetSeconds
        return Instant(secondsSince1970: local - local % Int64(seconds) - Instant.beijingOffsetSeconds)
    }
}
