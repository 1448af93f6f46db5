package import Standards

/// What happens once in the demo, all on the day before the day on which it plays:
///
/// | Where | When | What |
/// | --- | --- | --- |
/// | D010A | 10–15 o'clock | silent: nothing is sent, only a history request gets the hours |
/// | D008A | 6–7 o'clock | PM2.5 and PM10 jump to more than four times their level |
/// | D007A | 21–23 o'clock | PM2.5 above PM10 |
/// | D005A | 9–11 o'clock | maintenance, all items flag M |
/// | D003A | 1–2 o'clock | zero and span check, gases flag C |
/// | D006A | 16–19 o'clock | PM10 instrument out of order, flag D, value stands still |
/// | the enterprise that exceeds | 13–18 o'clock | NOx converted about a quarter over its limit |
/// | the enterprise that falls silent | from 12 o'clock on | nothing any more |
///
/// Together with the gaps of `DemoHistory`, which go on for ever.
package struct DemoScript: Sendable {
    package let history: DemoHistory
    /// The day on which the demo plays.
    package var today: CivilDate { history.today }
    package var yesterday: CivilDate { today.adding(days: -1) }

    private let noiseModels: [NoiseModel]
    private let outletModels: [OutletModel]
    let outlets: [DistrictPlan.Outlet]
    private let behaviours: [DistrictPlan.Enterprise.Behaviour]

    package init(history: DemoHistory) {
        self.history = history
        let plan = history.plan
        noiseModels = plan.noisePoints.enumerated().map { number, point in
            NoiseModel(noise: history.noise, number: number, point: point)
        }
        outlets = plan.enterprises.flatMap(\.outlets)
        behaviours = plan.enterprises.flatMap { enterprise in enterprise.outlets.map { _ in enterprise.behaviour } }
        outletModels = outlets.enumerated().map { number, outlet in
            OutletModel(noise: history.noise, number: number, outlet: outlet)
        }
    }

    /// Whether an hour lies on the day of the incidents, between two hours of the clock.
    private func isYesterday(_ hour: LocalHour, _ hours: Range<Int>) -> Bool {
        hour.day == yesterday.daysSince1970 && hours.contains(hour.hourOfDay)
    }

    /// The moment from which a device sends nothing any more; nil for all but the silent enterprise's.
    func silentFrom(outlet index: Int) -> Instant? {
        behaviours[index] == .fallsSilent ? Instant(beijing: yesterday, hour: 12) : nil
    }

    /// The six values of a station with the incidents of the script put in. Whether they were sent, says `isSilent`.
    func air(station index: Int, at hour: LocalHour) -> AirHour {
        var values = history.air(station: index, at: hour)
        switch history.plan.airStations[index].code {
        case "D008A" where isYesterday(hour, 6..<7):
            values.pm25 = values.pm25 * 9 / 2 + 60
            values.pm10 = values.pm10 * 4 + 80
            values.gap = nil
        case "D007A" where isYesterday(hour, 21..<23):
            values.pm10 = max(4, values.pm25 - 6)
            values.gap = nil
        case "D005A" where isYesterday(hour, 9..<11):
            values.gap = Gap(cause: .maintenance, items: AirItem.allCases)
        case "D003A" where isYesterday(hour, 1..<2):
            values.gap = Gap(cause: .calibration, items: [.so2, .no2, .co, .o3])
        case "D006A" where isYesterday(hour, 16..<19):
            values.gap = Gap(cause: .fault, items: [.pm10])
        case "D010A" where isYesterday(hour, 10..<15):
            values.gap = nil
        default:
            break
        }
        return values
    }

    /// Whether a station holds an hour back until it is asked for.
    func isSilent(station index: Int, at hour: LocalHour) -> Bool {
        history.plan.airStations[index].code == "D010A" && isYesterday(hour, 10..<15)
    }

    func noiseModel(_ index: Int) -> NoiseModel { noiseModels[index] }
    func outletModel(_ index: Int) -> OutletModel { outletModels[index] }

    /// Factor in thousandths on an outlet's item in an hour: 1000 but in the hours of the exceedance.
    func perMille(outlet index: Int, item: String, at hour: LocalHour) -> Int {
        behaviours[index] == .exceeds && item == "nox" && isYesterday(hour, 13..<18) ? 2_050 : 1_000
    }
}
