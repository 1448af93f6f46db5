import Standards

/// All days of one station.
final class AirPeriodStation {
    let name: String
    private(set) var days: [CivilDate: AirPeriodDay] = [:]

    init(_ name: String) {
        self.name = name
    }

    /// Takes a day; false when it is there already.
    func add(_ day: AirPeriodDay, on date: CivilDate) -> Bool {
        guard days[date] == nil else { return false }
        days[date] = day
        return true
    }

    /// The periods that have a day, in order.
    func periods(_ kind: AirPeriod.Kind) -> [AirPeriod] {
        Set(days.keys.compactMap { AirPeriod(kind, containing: $0) }).sorted()
    }

    /// Whether there is a day in a period.
    func has(_ period: AirPeriod) -> Bool {
        (0..<period.dayCount).contains { days[period.first.adding(days: $0)] != nil }
    }

    /// Days of a period that take something out.
    func exclusions(in period: AirPeriod) -> [AirItem: Int] {
        var counts: [AirItem: Int] = [:]
        for offset in 0..<period.dayCount {
            guard let day = days[period.first.adding(days: offset)] else { continue }
            for item in day.excluded.items where day.values[item].concentration != nil {
                counts[item, default: 0] += 1
            }
        }
        return counts
    }
}
