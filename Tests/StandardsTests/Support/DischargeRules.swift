import Standards

/// Rules of discharges written by hand, as the tests' own authority.
enum DischargeRules {
    static var flags: DischargeFlagRule {
        get throws {
            try DischargeFlagRule(
                id: "HJ212-2017-flags", title: "",
                flags: [
                    .init(letter: "N", name: "正常", validity: .valid, hintsAtExceedance: false),
                    .init(letter: "F", name: "停运", validity: .plantStopped, hintsAtExceedance: false),
                    .init(letter: "D", name: "故障", validity: .invalidDevice, hintsAtExceedance: false),
                    .init(letter: "S", name: "手工输入", validity: .manual, hintsAtExceedance: false),
                    .init(letter: "T", name: "超量程", validity: .invalidDevice, hintsAtExceedance: true),
                ], unmarked: .valid)
        }
    }

    static var marking: DischargeMarkingRule {
        get throws {
            try DischargeMarkingRule(
                id: "MEE2022-21", title: "", deadlineHour: 12,
                industries: [
                    .init(
                        id: "boiler", name: "锅炉",
                        events: [
                            .init(id: "cold_start", name: "冷启动", maximumHours: 4),
                            .init(id: "stop", name: "停炉", maximumHours: 1),
                        ]),
                    .init(
                        id: "waste_incineration", name: "生活垃圾焚烧",
                        events: [
                            .init(id: "start", name: "启炉", ceilings: [.pm: 150]),
                            .init(id: "shutdown", name: "停运", isStandstill: true),
                        ]),
                ])
        }
    }

    static let midnight = Instant(beijing: CivilDate(year: 2026, month: 3, day: 2) ?? .first)

    /// The start of the hour `hour` hours after midnight of 2 March 2026.
    static func start(_ hour: Int) -> Instant { midnight.adding(seconds: hour * 3_600) }
}

extension DischargeItem {
    static let pm = DischargeItem(rawValue: "pm")
    static let nox = DischargeItem(rawValue: "nox")
    static let cod = DischargeItem(rawValue: "cod")
}
