/// Random rows of both tables, rich in limits, gaps and faults.
struct RandomRows {
    private var chance: SeededNumbers

    init(seed: UInt64) {
        chance = SeededNumbers(seed: seed)
    }

    private static let days = [
        "2012-12-31", "2013-01-01", "2017-07-07", "2019-12-31", "2020-01-01", "2024-02-29", "2026-02-28", "2026-03-01",
        "2026-03-02", "2026-11-21", "2030-12-31",
    ]
    private static let faultyTimes = [
        "", "2026-03-01", "2026-03-01T08:00:00", "2026-02-29T08:00:00+08:00", "08:00", "today",
    ]
    private static let faultyValues = [
        "-1", "-0.001", "NaN", "inf", "-inf", "x", "1,2", " 7", "1e", "--", "0x1F", "1_000",
    ]

    /// Breakpoints of HJ 633 and numbers beside them.
    private static let concentrations = [
        "0", "35", "40", "50", "60", "75", "80", "100", "115", "120", "150", "160", "200", "250", "265", "280", "300",
        "350", "400", "420", "475", "500", "565", "600", "650", "700", "750", "800", "940", "1000", "1200", "2340",
        "3090", "3840", "4000", "99999",
    ]
    private static let waterLimits = [
        "0.01", "0.02", "0.025", "0.05", "0.1", "0.15", "0.2", "0.3", "0.4", "0.5", "1.0", "1.5", "2", "2.0", "3", "4",
        "5", "6", "7.5", "9", "10", "14", "15", "0",
    ]

    /// One hour: time, station, six values.
    mutating func air() -> [String] {
        [time(), "S\(chance.below(100))"] + (0..<6).map { concentration(isCarbonMonoxide: $0 == 4) }
    }

    /// One day: date, station, six values, the largest hour of ozone.
    mutating func airDay() -> [String] {
        let date =
            chance.once(in: 60) ? chance.pick(Self.faultyTimes + ["2026-13-01", "2026-3-1"]) : chance.pick(Self.days)
        return [date == "2026-03-01T08:00:00" ? "2026-03-00" : date, "S\(chance.below(100))"]
            + (0..<7).map { concentration(isCarbonMonoxide: $0 == 4) }
    }

    /// One area of a ranking: whole numbers and tenths from small ranges, so that equals are frequent; some empty.
    mutating func area(_ number: Int, ranges: [(low: Int, high: Int)]) -> [String] {
        ["区\(number)"]
            + ranges.map { range in
                if chance.once(in: 25) { return "" }
                let whole = range.low + chance.below(range.high - range.low)
                return chance.once(in: 3) ? "\(whole).\(chance.below(10))" : "\(whole)"
            }
    }

    /// One sample: time, section, kind, pH, four values.
    mutating func water() -> [String] {
        let kind = chance.once(in: 40) ? chance.pick(["", "River", "pond"]) : chance.pick(["river", "lake"])
        return [time(), "S\(chance.below(100))", kind, acidity()] + (0..<4).map { _ in waterValue() }
    }

    private mutating func time() -> String {
        if chance.once(in: 60) { return chance.pick(Self.faultyTimes) }
        let hour = chance.below(25)
        let clock = hour < 10 ? "0\(hour)" : "\(hour)"
        return chance.pick(Self.days) + "T\(clock):00" + chance.pick([":00", ":00", ""])
            + (hour < 24 ? chance.pick(["+08:00", "+08:00", "+08:00", "Z", "-05:30"]) : "+08:00")
    }

    private mutating func concentration(isCarbonMonoxide: Bool) -> String {
        switch chance.below(40) {
        case 0: return ""
        case 1: return "/"
        case 2: return chance.once(in: 4) ? chance.pick(Self.faultyValues) : "1"
        case 3...8: return chance.pick(Self.concentrations)
        case 9...12: return besideInteger(chance.pick(Self.concentrations))
        case 13...16: return "\(chance.below(300)).\(chance.below(10))"
        case 17: return "\(chance.below(1_500)).\(chance.below(1_000_000))5"
        case 18: return "\(chance.below(900))e\(chance.below(2))"
        default: return isCarbonMonoxide ? "\(chance.below(20)).\(chance.below(10))" : "\(chance.below(350))"
        }
    }

    /// A little below or above a whole number.
    private mutating func besideInteger(_ text: String) -> String {
        let small = "0000\(1 + chance.below(9))"
        guard let number = Int(text), number > 0 else { return "0." + small }
        return chance.once(in: 2) ? "\(number).\(small)" : "\(number - 1).9999\(chance.below(10))"
    }

    private mutating func acidity() -> String {
        switch chance.below(30) {
        case 0: ""
        case 1: chance.pick(["-1", "14.001", "21", "<7", "7L", "x"])
        case 2: chance.pick(["0", "6", "6.0", "9", "9.00", "14", "5.9999", "9.0001"])
        default: "\(5 + chance.below(5)).\(chance.below(100_000))"
        }
    }

    private mutating func waterValue() -> String {
        switch chance.below(30) {
        case 0, 1: ""
        case 2: chance.once(in: 4) ? chance.pick(Self.faultyValues) : "0.5"
        case 3: "<" + chance.pick(Self.waterLimits)
        case 4: chance.pick(Self.waterLimits) + chance.pick(["L", "l"])
        case 5...10: chance.pick(Self.waterLimits)
        case 11...16: chance.pick(Self.waterLimits) + (chance.once(in: 2) ? "000" : "001")
        case 17: "\(1 + chance.below(9))E-\(chance.below(5))"
        default: "\(chance.below(12)).\(chance.below(100_000))"
        }
    }
}
