import HJ212
package import Standards

extension DeviceSimulator {
    /// A transmission as bytes, under the clock of the device; nil when there is nothing to tell about its period.
    ///
    /// - Parameters:
    ///   - sentAt: when it really goes out, for QN.
    ///   - serial: the milliseconds of QN; a session counts them up so that no QN comes twice.
    ///   - resent: sent after a failure; only HJ 212-2025 has a mark for it (RF=1).
    ///   - onRequest: asked for by the platform, so that hours held back are given too.
    package func packet(
        for transmission: Transmission, sentAt: Instant, serial: Int? = nil, resent: Bool = false,
        onRequest: Bool = false
    ) -> DevicePacket? {
        guard let content = content(of: transmission, onRequest: onRequest) else { return nil }
        let own = Int(noise.bits(channel + 3, Int(transmission.period.secondsSince1970)) % 800)
        let milliseconds = (serial ?? own + transmission.kind.rawValue * 33) % 1_000
        let clock = sentAt.adding(seconds: -clockLag)
        var number = RowBytes(reserving: 17)
        number.append(clock: clock)
        number.append(padded: milliseconds, width: 3)
        let wantsAnswer = isKept(transmission.kind)
        let isHeartbeat = transmission.kind == .heartbeat
        let command = isHeartbeat && has(.makersHeartbeat) ? 9022 : transmission.kind.command
        let frame = frame
        let qn = String(decoding: number.bytes, as: UTF8.self)
        let segment = frame.segment(
            command, qn: qn, wantsAnswer: wantsAnswer || isHeartbeat, resent: resent, content: content)
        let right = frame.framed(segment, command: command)
        let place = (channel + 4, Int(transmission.period.secondsSince1970))
        let isUnlucky = noise.pick(place.0, place.1, of: 10) == 0
        var sent = right
        if has(.placeholderCRC), isUnlucky, transmission.kind == .realtime {
            sent = frame.framed(segment, command: command, check: has(.lowercaseCRC) ? "ffff" : "FFFF")
        } else if has(.wrongCRC), isUnlucky {
            sent = frame.framed(segment, command: command, check: DeviceFrame.wrongCheck(of: segment))
        } else if has(.cutPackets), isUnlucky {
            sent = Array(right.prefix(right.count / 2))
        }
        return DevicePacket(bytes: sent, repeated: right, qn: qn, wantsAnswer: wantsAnswer)
    }

    /// An answer of the device to the platform: 9011, 9012, or a value asked for.
    func answer(command: Int, qn: String, content: String) -> [UInt8] {
        frame.answer(command, qn: qn, content: content)
    }

    var frame: DeviceFrame {
        DeviceFrame(
            deviations: deviations, parameters: parameters, systemType: device.st, version: device.version)
    }

    private func content(of transmission: Transmission, onRequest: Bool) -> [UInt8]? {
        let period = transmission.period
        var text = PacketContent(deviations)
        switch transmission.kind {
        case .heartbeat: return []
        case .log:
            text.begin(period)
            text.field("PolId", channels.first { $0.item != "flow" }?.code ?? "a34004")
            text.log("i11001-Info", has(.gbkText) ? Self.calibratedInGBK : Array("零点校准完成".utf8))
        case .realtime:
            guard let samples = samples(at: period.adding(seconds: -clockLag)) else { return nil }
            text.begin(period.adding(seconds: -clockLag))
            text.moment(samples)
        case .minute:
            guard let samples = samples(tenMinutesFrom: period) else { return nil }
            text.begin(period)
            text.period(samples)
        case .hour:
            let hour = LocalHour(containing: period)
            guard let samples = samples(hour, onRequest: onRequest), !samples.isEmpty else { return nil }
            text.begin(period)
            if case .district(.water, _) = origin { text.means(samples) } else { text.period(samples) }
        case .day:
            text.begin(period)
            if case .district(.noise, _) = origin {
                text.levels(noiseDay(period.beijingDate))
            } else {
                guard let samples = samples(day: period.beijingDate) else { return nil }
                text.period(samples)
            }
        }
        return text.bytes
    }

    /// 零点校准完成 in GBK.
    private static let calibratedInGBK: [UInt8] = [
        0xC1, 0xE3, 0xB5, 0xE3, 0xD0, 0xA3, 0xD7, 0xBC, 0xCD, 0xEA, 0xB3, 0xC9,
    ]
}
