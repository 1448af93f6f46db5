import HJ212
import Standards

extension DeviceSimulator {
    /// Periods at most in the answer to one history request.
    private static let periodsInAnswer = 200

    /// How a request ends.
    private enum Outcome {
        /// Carried out, with what the device sends of it.
        case done([[UInt8]])
        /// Nothing there for the period (ExeRtn=100).
        case noData
        /// Not a command of this device (QnRtn=2).
        case refused
    }

    /// What the device does when the platform asks for something: 9011, the data, 9012 (HJ 212-2017, 6.6).
    /// `serial` is counted up with each packet of its own, so that no QN comes twice.
    mutating func carryOut(
        _ command: CommandNumber, _ packet: Packet, qn: String, at now: Instant, serial: inout Int
    ) -> [[UInt8]] {
        if command.isStop {
            if command.rawValue == 2012 { parameters.sendsRealtime = false }
            return [answer(command: 9013, qn: qn, content: "")]
        }
        // Answers go out under the number and password that the request knew, also where it changes them.
        let before = self
        switch outcome(of: command, packet, qn: qn, at: now, serial: &serial) {
        case .refused: return [before.answer(command: 9011, qn: qn, content: "QnRtn=2")]
        case .noData:
            return [
                before.answer(command: 9011, qn: qn, content: "QnRtn=1"),
                before.answer(command: 9012, qn: qn, content: "ExeRtn=100"),
            ]
        case .done(let frames):
            return [before.answer(command: 9011, qn: qn, content: "QnRtn=1")] + frames
                + [before.answer(command: 9012, qn: qn, content: "ExeRtn=1")]
        }
    }

    private mutating func outcome(
        of command: CommandNumber, _ packet: Packet, qn: String, at now: Instant, serial: inout Int
    ) -> Outcome {
        func text(_ name: String) -> String? { packet.parameter(name)?.string }
        func value(_ content: String) -> Outcome {
            .done([answer(command: command.rawValue, qn: qn, content: content)])
        }
        let factor = text("PolId")
        let factorPair = factor.map { "PolId=\($0);" } ?? ""
        switch command.rawValue {
        case 1011: return value("\(factorPair)SystemTime=\(clock(at: now))")
        case 1061: return value("RtdInterval=\(parameters.realtimeSeconds)")
        case 1063: return value("MinInterval=\(parameters.minuteMinutes)")
        case 3015: return value("DataTime=\(clock(at: now));VaseNo=1")
        case 3017:
            return value(
                "\(factorPair)CstartTime=\(parameters.samplingStart);CTime=\(parameters.samplingHours)")
        case 3018: return value("\(factorPair)Stime=10")
        case 3019:
            guard let factor else { return .refused }
            return value("PolId=\(factor);\(factor)-SN=\(device.mn.suffix(24))")
        case 3020:
            guard let info = text("InfoId") else { return .refused }
            let shown = parameters.information[info] ?? "0"
            return value("DataTime=\(clock(at: now));\(factorPair)\(info)-Info=\(shown)")
        case 2031, 2051, 2061:
            let found = history(command, packet, at: now, serial: &serial)
            return found.isEmpty ? .noData : .done(found)
        case 2041: return .noData
        default: return set(command, packet, at: now) ? .done([]) : .refused
        }
    }

    /// Carries out what changes the device or makes it do something; false for a command it does not know.
    private mutating func set(_ command: CommandNumber, _ packet: Packet, at now: Instant) -> Bool {
        func text(_ name: String) -> String? { packet.parameter(name)?.string }
        func whole(_ name: String, in range: ClosedRange<Int>) -> Int? {
            text(name).flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
        }
        switch command.rawValue {
        case 1000:
            guard let seconds = whole("OverTime", in: 1...99), let repeats = whole("ReCount", in: 1...99) else {
                return false
            }
            parameters.answerSeconds = Int64(seconds)
            parameters.repeats = repeats
        case 1012:
            guard let time = Self.moment(packet, "SystemTime") else { return false }
            clockLag = Int(time.seconds(until: now))
        case 1062:
            guard let seconds = whole("RtdInterval", in: 30...3_600) else { return false }
            parameters.realtimeSeconds = seconds
        case 1064:
            guard let minutes = whole("MinInterval", in: 1...30), Message.minuteIntervals.contains(minutes) else {
                return false
            }
            parameters.minuteMinutes = minutes
        case 1072:
            guard let password = text("NewPW") ?? (device.version == .hj2005 ? text("PW") : nil) else { return false }
            parameters.password = password
        case 2011: parameters.sendsRealtime = true
        case 2021, 3011, 3012, 3013, 3014: break
        case 3016:
            guard let start = text("CstartTime"), let hours = text("CTime") else { return false }
            (parameters.samplingStart, parameters.samplingHours) = (start, hours)
        case 3021:
            guard let info = text("InfoId"), let new = text("\(info)-Info") else { return false }
            parameters.information[info] = new
        case 3022, 3024: return device.version == .hj2025
        case 1002:
            guard device.version == .hj2025, let number = text("i23005-Info"), !number.isEmpty else { return false }
            parameters.mn = number
            parameters.isRegistered = true
        case 1014:
            guard device.version == .hj2025, let key = text("NewSK").flatMap({ CipherKey(text: $0) }) else {
                return false
            }
            parameters.key = key
        default: return false
        }
        return true
    }

    /// The hardware of a device of 2025 that has no number of the platform yet (1001); nil for every other.
    func registration(at now: Instant, serial: inout Int) -> [UInt8]? {
        guard device.version == .hj2025, !parameters.isRegistered else { return nil }
        serial += 1
        let milliseconds = String(serial % 1_000)
        let qn = clock(at: now) + String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
        let tail = device.mn.suffix(6)
        let content =
            "i23005-Info=\(device.mn);i23006-Info=CPU\(tail);i23007-Info=02DE00\(tail);i23008-Info=02DE01\(tail)"
        return frame.framed(
            frame.segment(1001, qn: qn, wantsAnswer: true, resent: false, content: Array(content.utf8)), command: 1001)
    }

    /// The device's own time, 14 digits.
    private func clock(at now: Instant) -> String {
        var clock = RowBytes(reserving: 14)
        clock.append(clock: now.adding(seconds: -clockLag))
        return String(decoding: clock.bytes, as: UTF8.self)
    }

    /// The periods between BeginTime and EndTime, both included, as far as the device has them.
    private func history(
        _ command: CommandNumber, _ packet: Packet, at now: Instant, serial: inout Int
    ) -> [[UInt8]] {
        guard let begin = Self.moment(packet, "BeginTime"), let end = Self.moment(packet, "EndTime") else { return [] }
        let (kind, step): (Transmission.Kind, Int) =
            switch command {
            case .dayData: (.day, 86_400)
            case .minuteData: (.minute, parameters.minuteMinutes * 60)
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
                frames.append(found.repeated)
            }
        }
        return frames
    }

    private static func moment(_ packet: Packet, _ name: String) -> Instant? {
        packet.parameter(name).flatMap { DataTime(digits: $0.bytes) }.map { Instant(secondsSince1970: $0.unixSeconds) }
    }
}
