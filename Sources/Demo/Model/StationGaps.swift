import Standards

/// When a station's values are missing, and why: the same answer for an hour whenever it is asked.
struct StationGaps: Sendable {
    let noise: SeededNoise
    /// First noise channel of the station.
    let channel: Int

    private static let gases: [AirItem] = [.so2, .no2, .co, .o3]

    /// The gravest cause wins where two meet.
    func gap(at hour: LocalHour) -> Gap? {
        if isOut(hour) { return Gap(cause: .outage, items: AirItem.allCases) }
        if isMaintained(hour) { return Gap(cause: .maintenance, items: AirItem.allCases) }
        if let item = faultyItem(hour) { return Gap(cause: .fault, items: [item]) }
        if isCalibrated(hour) { return Gap(cause: .calibration, items: Self.gases) }
        return nil
    }

    /// Power or line down for 2 to 14 hours, in three of ten fortnights.
    private func isOut(_ hour: LocalHour) -> Bool {
        let length = 336
        let block = hour.index.floored(by: length)
        guard noise.unit(channel, block) < 0.30 else { return false }
        let start = block * length + noise.pick(channel + 1, block, of: length - 14)
        let hours = 2 + noise.pick(channel + 2, block, of: 13)
        return hour.index >= start && hour.index < start + hours
    }

    /// Two hours of planned work on the morning of one working day in four weeks.
    private func isMaintained(_ hour: LocalHour) -> Bool {
        guard hour.hourOfDay == 9 || hour.hourOfDay == 10, hour.weekday < 5 else { return false }
        let week = (hour.day + 3).floored(by: 7)
        let block = week.floored(by: 4)
        return week - block * 4 == noise.pick(channel + 3, block, of: 4)
            && hour.weekday == noise.pick(channel + 4, block, of: 5)
    }

    /// One instrument out of order for 5 to 48 hours, in a third of all spans of forty days.
    private func faultyItem(_ hour: LocalHour) -> AirItem? {
        let length = 960
        let block = hour.index.floored(by: length)
        guard noise.unit(channel + 5, block) < 0.35 else { return nil }
        let start = block * length + noise.pick(channel + 6, block, of: length - 48)
        let hours = 5 + noise.pick(channel + 7, block, of: 44)
        guard hour.index >= start, hour.index < start + hours else { return nil }
        return AirItem.allCases[noise.pick(channel + 8, block, of: AirItem.allCases.count)]
    }

    /// Zero and span check of the gases at one o'clock of the same night every week.
    private func isCalibrated(_ hour: LocalHour) -> Bool {
        hour.hourOfDay == 1 && hour.weekday == noise.pick(channel + 9, 0, of: 7)
    }
}
