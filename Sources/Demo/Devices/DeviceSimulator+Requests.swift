import HJ212
import Standards

extension DeviceSimulator {
    /// Periods at most in the answer to one history request.
    private static let periodsInAnswer = 200

    /// What the device does when the platform asks for something: 9011, the data, 9012 (HJ 212-2017, 6.6).
    /// `serial` is counted up with each packet of its own, so that no QN comes twice.
    mutating func carryOut(
        _ command: CommandNumber, _ packet: Packet, qn: String, at now: Instant, serial: inout Int
    ) -> [[UInt8]] {
        if command.rawValue == 2012 || command.rawValue == 2022 {
            return [answer(command: 9013, qn: qn, content: "")]
        }
        guard [1000, 1011, 1012, 1062, 1064, 2011, 2031, 2051, 2061].contains(command.rawValue) else {
            return [answer(command: 9011, qn: qn, content: "QnRtn=2")]
        }
        var frames = [answer(command: 9011, qn: qn, content: "QnRtn=1")]
        var result = 1
        switch command {
        case .readClock:
            var clock = RowBytes(reserving: 14)
            clock.append(clock: now.adding(seconds: -clockLag))
            let text = String(decoding: clock.bytes, as: UTF8.self)
            frames.append(answer(command: 1011, qn: qn, content: "SystemTime=\(text)"))
        case .setClock:
            if let time = Self.moment(packet, "SystemTime") { clockLag = Int(time.seconds(until: now)) }
        case .dayData, .minuteData, .hourData:
            let found = history(command, packet, at: now, serial: &serial)
            frames += found
            if found.isEmpty { result = 100 }
        default:
            break
        }
        return frames + [answer(command: 9012, qn: qn, content: "ExeRtn=\(result)")]
    }

    /// The periods between BeginTime and EndTime, both included, as far as the device has them.
    private func history(
        _ command: CommandNumber, _ packet: Packet, at now: Instant, serial: inout Int
    ) -> [[UInt8]] {
        guard let begin = Self.moment(packet, "BeginTime"), let end = Self.moment(packet, "EndTime") else { return [] }
        let (kind, step): (Transmission.Kind, Int) =
            switch command {
            case .dayData: (.day, 86_400)
            case .minuteData: (.minute, 600)
            default: (.hour, device.st == "21" ? 14_400 : 3_600)
            }
        // Periods begin on whole hours and days of Beijing.
        let midnight = 57_600
        var start = (Int(begin.secondsSince1970) - midnight + step - 1).floored(by: step) * step + midnight
        var frames: [[UInt8]] = []
        while start <= Int(end.secondsSince1970), frames.count < Self.periodsInAnswer {
            let period = Instant(secondsSince1970: Int64(start))
            start += step
            serial += 1
            guard period.adding(seconds: step) <= now else { break }
            let transmission = Transmission(kind: kind, period: period, due: now)
            if let found = self.packet(for: transmission, sentAt: now, serial: serial, onRequest: true) {
                frames.append(found.bytes)
            }
        }
        return frames
    }

    private static func moment(_ packet: Packet, _ name: String) -> Instant? {
        packet.parameter(name).flatMap { DataTime(digits: $0.bytes) }.map { Instant(secondsSince1970: $0.unixSeconds) }
    }
}
