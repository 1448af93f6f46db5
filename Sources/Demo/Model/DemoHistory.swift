package import Standards

/// Two years of an invented district's air and water. Every value is a function of place and time alone, so that rows
/// imported in bulk, live packets and a second run agree.
///
/// The model uses binary floating point: it stands in for nature, it judges nothing. What leaves it are whole numbers.
package struct DemoHistory: Sendable {
    package let plan: DistrictPlan
    /// The day on which the demo plays.
    package let today: CivilDate
    let noise: SeededNoise
    let airModels: [StationModel]
    let sectionModels: [SectionModel]
    /// The first hour without water where a section dries up.
    let dryFrom: LocalHour

    /// A history that leads up to the given day: only the dry months of a section depend on it.
    package init(plan: DistrictPlan, today: CivilDate) {
        self.plan = plan
        self.today = today
        let noise = SeededNoise(seed: plan.seed)
        self.noise = noise
        airModels = plan.airStations.indices.map { StationModel(noise: noise, number: $0) }
        sectionModels = plan.waterSections.enumerated().map { number, section in
            SectionModel(noise: noise, number: number, section: section)
        }
        dryFrom = LocalHour(today.firstOfPreviousMonth, hour: 0)
    }

    /// The first moment without water of the sections that dry up.
    package var dryPeriodStart: Instant { dryFrom.start }

    func weather(at hour: LocalHour) -> DistrictWeather {
        DistrictWeather(noise: noise, hour: hour)
    }

    /// The six values of the station with this place in the plan's list. O(1).
    func air(station index: Int, at hour: LocalHour) -> AirHour {
        let weather = weather(at: hour)
        return airModels[index].hour(hour, weather, DistrictAir(weather: weather, hour: hour))
    }

    /// The reading of the section with this place in the plan's list, at an hour 0, 4, 8 … 20. O(1).
    func water(section index: Int, at hour: LocalHour) -> WaterReading {
        sectionModels[index].reading(at: hour, weather: weather(at: hour), dryFrom: dryFrom)
    }
}

extension DemoHistory {
    /// The six values of a station in the hour that begins at a moment (the start of a clock hour); nil for an unknown
    /// code. O(1).
    package func air(station code: String, hourFrom start: Instant) -> AirHour? {
        plan.airStations.firstIndex { $0.code == code }.map { air(station: $0, at: LocalHour(containing: start)) }
    }

    /// The reading of a section at a moment of its four-hourly plan (0, 4, 8 … 20 o'clock); nil for an unknown id. O(1).
    package func water(section id: String, at moment: Instant) -> WaterReading? {
        plan.waterSections.firstIndex { $0.id == id }.map { water(section: $0, at: LocalHour(containing: moment)) }
    }

    /// Hourly rows of all air stations whose hour begins in [from, to), for `qingheng import air`.
    package func airCSV(from start: Instant, to end: Instant) -> AirCSV {
        AirCSV(history: self, first: LocalHour(containing: start), end: LocalHour(containing: end))
    }

    /// Four-hourly rows of all water sections with a time in [from, to), for `qingheng import water`.
    package func waterCSV(from start: Instant, to end: Instant) -> WaterCSV {
        WaterCSV(history: self, first: LocalHour(containing: start), end: LocalHour(containing: end))
    }

    /// Every gap of the air stations in [from, to): hours of one cause in a row are one entry.
    package func gaps(from start: Instant, to end: Instant) -> [StationGap] {
        let first = LocalHour(containing: start)
        let last = LocalHour(containing: end)
        var found: [StationGap] = []
        for (station, model) in zip(plan.airStations, airModels) {
            var open: (from: LocalHour, gap: Gap)?
            var hour = first
            while hour <= last {
                let gap = hour < last ? model.gap(at: hour) : nil
                if let current = open, current.gap != gap {
                    found.append(
                        StationGap(station: station.code, from: current.from.start, to: hour.start, gap: current.gap))
                    open = nil
                }
                if let gap, open == nil { open = (hour, gap) }
                hour = hour.adding(1)
            }
        }
        return found
    }
}
