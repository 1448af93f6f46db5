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
        let wantsAnswer = transmission.kind.isKept
        var text = RowBytes(reserving: 1_024)
        text.append(text: "QN=")
        text.append(number.bytes)
        text.append(text: ";ST=\(device.st);CN=\(transmission.kind.command);PW=123456;MN=\(device.mn);Flag=")
        text.append(whole: versionBits + (wantsAnswer || transmission.kind == .heartbeat ? 1 : 0))
        if resent, device.version == .hj2025 { text.append(text: ";RF=1") }
        text.append(text: ";CP=&&")
        text.append(content)
        text.append(text: "&&")
        return DevicePacket(
            bytes: framed(text.bytes, transmission), qn: String(decoding: number.bytes, as: UTF8.self),
            wantsAnswer: wantsAnswer)
    }

    /// An answer of the device to the platform: 9011, 9012, or a value asked for.
    func answer(command: Int, qn: String, content: String) -> [UInt8] {
        let system = (9_000..<9_999).contains(command) ? "91" : device.st
        let head = "QN=\(qn);ST=\(system);CN=\(command);PW=123456;MN=\(device.mn);Flag=\(versionBits)"
        return framed(Array("\(head);CP=&&\(content)&&".utf8), nil)
    }

    /// Version bits of Flag (HJ 212-2017: 000001; 2025 and surface water: 000010), bits 0 and 1 clear.
    private var versionBits: Int { device.version == .hj2017 ? 4 : 8 }

    private func content(of transmission: Transmission, onRequest: Bool) -> [UInt8]? {
        let period = transmission.period
        var text = PacketContent(spaced: has(.blankAfterSeparator))
        switch transmission.kind {
        case .heartbeat: return []
        case .log:
            text.begin(period)
            text.field("PolId", "a34004")
            text.field("i11001-Info", "//零点校准完成//")
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
            if case .water = subject { text.means(samples) } else { text.period(samples) }
        case .day:
            text.begin(period)
            if case .noise = subject {
                text.levels(noiseDay(period.beijingDate))
            } else {
                guard let samples = samples(day: period.beijingDate) else { return nil }
                text.period(samples)
            }
        }
        return text.bytes
    }

    /// Head, length, check value and line end, with what this device does wrong about them.
    private func framed(_ segment: [UInt8], _ transmission: Transmission?) -> [UInt8] {
        var frame = RowBytes(reserving: segment.count + 12)
        let counted = has(.lengthByCharacters) ? String(decoding: segment, as: UTF8.self).count : segment.count
        frame.append(text: "##")
        frame.append(padded: counted, width: 4)
        frame.append(segment)
        var check = Self.hex(Checksum.value(of: segment))
        if has(.placeholderCRC), let transmission, transmission.kind == .realtime,
            noise.pick(channel + 4, Int(transmission.period.secondsSince1970), of: 10) == 0
        {
            check = "FFFF"
        }
        frame.append(text: has(.lowercaseCRC) ? check.lowercased() : check)
        if !has(.noLineEnd) { frame.append(text: "\r\n") }
        return frame.bytes
    }

    /// Four upper-case hexadecimal digits, high byte first.
    private static func hex(_ value: UInt16) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
