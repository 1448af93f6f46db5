import Catalog
import Standards

/// Puts hours into noise days.
struct NoiseGathering {
    /// A noise day of a point, with the rules it is judged by.
    struct Entry {
        let station: String
        var day: NoiseDay
        let rules: NoiseDayRules
    }

    private struct Key: Hashable {
        let date: CivilDate
        let station: Int
    }

    private var rules: RuleOfDay<NoiseDayRules>
    private var stations: [String: Int] = [:]
    private var entries: [Key: Entry] = [:]

    init(catalog: RuleCatalog, choice: RuleChoice, periods: String) {
        rules = RuleOfDay { (date) throws(CatalogError) in
            try NoiseDayRules(catalog, on: date, choice: choice, periods: periods)
        }
    }

    /// All days, by date, then in the order in which points first came.
    var days: [Entry] {
        entries.sorted { ($0.key.date, $0.key.station) < ($1.key.date, $1.key.station) }.map(\.value)
    }

    /// Takes an hour; why it cannot be taken, otherwise.
    ///
    /// - Throws: `.unknownRule`.
    mutating func take(_ hour: NoiseHourRow) throws(CatalogError) -> String? {
        let start = Period.hour(endingAt: hour.end).start
        let place: NoisePeriods.Place
        switch try self.place(of: start) {
        case .success(let found): place = found
        case .failure(let refusal): return refusal.reason
        }
        guard let rules = try rules.rule(on: place.date) else { return nothingInForce(on: place.date) }
        guard rules.standard.limits[hour.zone] != nil else {
            let known = NoiseZone.allCases.filter { rules.standard.limits[$0] != nil }
            return NoiseRowFault.unknownZone(hour.zone.rawValue, known: known).message
        }
        let number = stations[hour.station] ?? stations.count
        stations[hour.station] = number
        let key = Key(date: place.date, station: number)
        if let known = entries[key]?.day.zone {
            guard known == hour.zone else {
                return NoiseRowFault.otherZone(station: hour.station, place.date, known: known).message
            }
        } else {
            let day = NoiseDay(date: place.date, zone: hour.zone)
            entries[key] = Entry(station: hour.station, day: day, rules: rules)
        }
        guard entries[key]?.day.take(place, level: hour.level, maximum: hour.maximum) == true else {
            return NoiseRowFault.repeatedHour(station: hour.station).message
        }
        return nil
    }

    /// Where an hour belongs: to the night that began the evening before by the rule of that evening, else to its own date
    /// by the rule of that.
    private mutating func place(
        of start: Instant
    ) throws(CatalogError) -> Result<NoisePeriods.Place, NoiseLevelField.Refusal> {
        let date = start.beijingDate
        let eve = date.adding(days: -1)
        if let place = try rules.rule(on: eve)?.periods.place(of: date, hour: start.beijingHour), place.date == eve {
            return .success(place)
        }
        guard let place = try rules.rule(on: date)?.periods.place(of: date, hour: start.beijingHour) else {
            return .failure(.init(nothingInForce(on: date)))
        }
        guard place.date == date else {
            // Small hours of the first day on which there are rules at all, or hours a shifted night leaves over.
            let isFirst = try rules.rule(on: eve) == nil
            return .failure(.init(isFirst ? nothingInForce(on: eve) : NoiseRowFault.betweenPeriods.message))
        }
        return .success(place)
    }

    private func nothingInForce(on date: CivilDate) -> String {
        RowFault.nothingInForce(rule: "声环境质量标准及其统计规定", date).message
    }
}
