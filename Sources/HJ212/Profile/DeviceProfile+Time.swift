extension DeviceProfile {
    /// The first moment that any device of this protocol can have measured: 2005-01-01 in Beijing.
    private static let earliestSeconds: Int64 = 1_104_508_800

    /// The time of the data and what is wrong with it. Packets without data need none.
    func judgeTime(
        of packet: Packet, received: Int64, _ tolerances: inout [Tolerance]
    ) -> (DataTime?, Judgement.Reason?) {
        guard let command = packet.commandNumber, command.isMeasurement || packet.parameter("DataTime") != nil else {
            return (nil, nil)
        }
        guard let text = packet.parameter("DataTime"), !text.isEmpty else {
            guard command == .realtimeData, let number = packet.exchangeNumber,
                let time = DataTime(digits: number.bytes)
            else { return (nil, .timeMissing) }
            tolerances.append(.timeFromNumber)
            return (time, plausibility(of: time, received: received))
        }
        guard let sent = read(text, &tolerances) else { return (nil, .timeImpossible) }
        guard timeLabel == .end, let period = periodSeconds(of: command) else {
            return (sent, plausibility(of: sent, received: received))
        }
        tolerances.append(.labelledByEnd)
        guard let start = DataTime(unixSeconds: sent.unixSeconds - period) else { return (nil, .timeImpossible) }
        return (start, plausibility(of: start, received: received))
    }

    private func read(_ text: FieldText, _ tolerances: inout [Tolerance]) -> DataTime? {
        if let time = DataTime(digits: text.bytes) {
            if text.byteCount < 14 { tolerances.append(.timeWithoutSeconds) }
            if text.byteCount > 14 { tolerances.append(.timeWithFraction) }
            return time
        }
        let digits = Array(text.bytes)
        guard readsHour24, digits.count == 14, Array(digits[8...]) == Array("240000".utf8),
            let midnight = DataTime(digits: digits[..<8] + Array("000000".utf8)),
            let next = DataTime(unixSeconds: midnight.unixSeconds + 86_400)
        else { return nil }
        tolerances.append(.hour24)
        return next
    }

    private func plausibility(of time: DataTime, received: Int64) -> Judgement.Reason? {
        if time.unixSeconds > received + greatestLeadSeconds { return .timeAhead }
        if time.unixSeconds >= Self.earliestSeconds { return nil }
        // Clocks without a battery begin there.
        return [1970, 2000].contains(time.year) ? .timeOfDefaultClock : .timeBefore2005
    }
}
