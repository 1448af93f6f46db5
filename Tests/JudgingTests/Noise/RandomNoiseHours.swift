/// Random hours of few points on few days, rich in limits, ties, gaps, repetitions and faults.
struct RandomNoiseHours {
    private var chance: SeededNumbers

    init(seed: UInt64) {
        chance = SeededNumbers(seed: seed)
    }

    static let header = ["time", "station", "zone", "leq", "l10", "l50", "l90", "lmax"]
    /// Days on which rules begin and end, and the turns of months and years.
    private static let days = [
        "2013-02-28", "2013-03-01", "2013-03-02", "2015-12-31", "2016-01-01", "2020-02-29", "2020-03-01", "2024-12-30",
        "2024-12-31", "2025-01-01", "2025-01-02", "2026-03-30", "2026-03-31", "2026-04-01", "2026-04-02",
    ]
    private static let zones = ["0", "1", "2", "3", "4a", "4b"]
    private static let faultyLevels = ["-1", "-0.1", "200.1", "250", "NaN", "x", "1,2", " 50", "--"]

    /// One hour: time, station, zone, Leq, percent levels, Lmax.
    mutating func row() -> [String] {
        let station = chance.below(60)
        var zone = Self.zones[station % Self.zones.count]
        if chance.once(in: 100) { zone = chance.pick(["", "4", "5", "1类", "2"]) }
        var levels = ["", "", "", ""]
        let leq = level(station)
        if chance.once(in: 3) {
            // Mostly in order, all above what Leq can be.
            let tens = [130, 120, 110, 140].map { $0 + chance.below(chance.once(in: 60) ? 40 : 10) }
            levels = tens.map { "\($0).\(chance.below(10))" }
        } else if chance.once(in: 2) {
            levels[3] = "\(55 + chance.below(40)).\(chance.below(10))"
        }
        return [time(), "P\(station)", zone, leq] + levels
    }

    private mutating func time() -> String {
        if chance.once(in: 80) {
            return chance.pick(["", "2026-03-01T08:00:00", "2026-03-01", "2026-03-30T08:30:00+08:00"])
        }
        let hour = chance.below(25)
        let clock = (hour < 10 ? "0" : "") + "\(hour):00"
        let zone = hour < 24 ? chance.pick([":00+08:00", ":00+08:00", "+08:00", ":00Z"]) : ":00+08:00"
        return chance.pick(Self.days) + "T" + clock + zone
    }

    private mutating func level(_ station: Int) -> String {
        switch chance.below(40) {
        case 0: ""
        case 1: chance.once(in: 3) ? chance.pick(Self.faultyLevels) : "0"
        // Points whose hours are all alike have their mean on the limit, a tie or a hair beside it.
        case 2...12 where station < 20: chance.pick(["50", "50.0"])
        case 2...39 where station < 10: "55.05"
        case 2...39 where station < 20: chance.pick(["54.95", "54.95", "44.95", "64.95"])
        case 13: "\(40 + chance.below(40)).\(chance.below(100_000_000))"
        default: "\(38 + chance.below(30)).\(chance.below(10))"
        }
    }
}
