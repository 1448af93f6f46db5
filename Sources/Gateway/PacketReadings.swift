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
    ///   - device: how its device is understood by the binding in force when the packet was received. Its profile alone
    ///     says whether the packet may be used, of which moment or period it speaks, and why not: as the gateway judged it
    ///     when it arrived.
    /// - Returns: nil for a packet that is right and gives none.
    static func message(
        of packet: Packet, by device: BoundDevice, logged: LoggedPacket
    ) -> Result<ReadingMessage?, Refusal> {
        let profile = device.device.profile(for: packet)
        let judgement = profile.judge(packet, received: logged.entry.receivedMilliseconds / 1000)
        switch judgement.verdict {
        case .quarantined(let reason), .refused(let reason): return .failure(Refusal(reason: reason))
        case .accepted: break
        }
        guard judgement.holdsData, let command = judgement.packet.commandNumber, let time = judgement.time else {
            return .success(nil)
        }
        let seconds = Int(profile.periodSeconds(of: command) ?? 0)
        let values = values(of: judgement.packet, by: device.channels)
        if values.isEmpty { return .success(nil) }
        return .success(
            ReadingMessage(
                object: device.binding.object, seconds: seconds,
                start: periodStart(Instant(secondsSince1970: time.unixSeconds), seconds: seconds),
                arrivedMilliseconds: logged.entry.receivedMilliseconds, origin: .packet(logged.address),
                values: values))
    }

    private static func values(of packet: Packet, by channels: ChannelTable) -> [ReadingMessage.Value] {
        let factors = packet.measuredFactors
        var values: [ReadingMessage.Value] = []
        values.reserveCapacity(factors.count)
        packet.withSegment { segment in
            var next = 0
            for factor in factors {
                let code = UnsafeRawBufferPointer(rebasing: segment[factor.code.range])
                guard let place = channels.place(of: code, near: &next) else { continue }
                let channel = channels[place]
                let flag = factor.flag.map { usualMark(segment[$0.range]) ?? packet.text($0).string } ?? ""
                func add(_ span: MeasuredFactor.Span, as name: String) {
                    let text = UnsafeRawBufferPointer(rebasing: segment[span.range])
                    let value = ExactDecimal(utf8: text).flatMap { converted($0, channel.powerOfTen) }
                    values.append(
                        ReadingMessage.Value(
                            item: name, value: value, flag: value == nil && flag.isEmpty ? "NA" : flag))
                }
                if let value = factor.value { add(value, as: channel.item) }
                if let value = factor.converted { add(value, as: channel.convertedItem) }
            }
        }
        return values
    }

    /// The mark that nearly all values have, without reading it as text.
    private static func usualMark(_ bytes: Slice<UnsafeRawBufferPointer>) -> String? {
        bytes.count == 1 && bytes.first == UInt8(ascii: "N") ? "N" : nil
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
