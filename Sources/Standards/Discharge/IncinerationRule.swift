/// What holds for incinerators of household waste beside their limits (生活垃圾焚烧发电厂自动监测数据应用管理规定, 部令第10号).
public struct IncinerationRule: Hashable, Sendable {
    /// One five-minute mean of the furnace temperature.
    public enum Temperature: Hashable, Sendable {
        /// Measured, in °C.
        case measured(ExactDecimal)
        /// In a stretch of time that was marked in time and is not judged.
        case marked
        /// Not received or not valid.
        case missing
    }

    /// What came of a day.
    public struct FurnaceDay: Hashable, Sendable {
        /// Means below the least temperature.
        public let coldCount: Int
        /// Means judged.
        public let judgedCount: Int
        /// Means not judged because of a mark.
        public let markedCount: Int
        /// Means not received or not valid.
        public let missingCount: Int
        /// Whether there were more cold means than a day may have.
        public let isViolation: Bool
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Minutes over which the temperature is averaged (5).
    public let minutes: Int
    /// The least mean temperature in °C (850).
    public let leastTemperature: ExactDecimal
    /// Means below it that a furnace may have in a day (5).
    public let allowedColdCount: Int
    /// Hours of marked events a year and line whose data are not judged (60).
    public let exemptHoursPerYear: Int

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for minutes that do not divide a day or counts below zero.
    public init(
        id: String, title: String, minutes: Int, leastTemperature: ExactDecimal, allowedColdCount: Int,
        exemptHoursPerYear: Int
    ) throws(StandardsError) {
        guard minutes > 0, 1_440 % minutes == 0, allowedColdCount >= 0, exemptHoursPerYear >= 0 else {
            throw StandardsError(.invalidRule, subject: id)
        }
        self.id = id
        self.title = title
        self.minutes = minutes
        self.leastTemperature = leastTemperature
        self.allowedColdCount = allowedColdCount
        self.exemptHoursPerYear = exemptHoursPerYear
    }

    /// Judges a natural day of one furnace.
    ///
    /// - Throws: `.wrongCount` unless there is one element for every five minutes of the day (288).
    public func judge(_ means: [Temperature]) throws(StandardsError) -> FurnaceDay {
        guard means.count == 1_440 / minutes else {
            throw StandardsError(.wrongCount, subject: "temperatures", value: "\(means.count)")
        }
        var cold = 0
        var judged = 0
        var marked = 0
        for mean in means {
            switch mean {
            case .measured(let temperature):
                judged += 1
                if temperature < leastTemperature { cold += 1 }
            case .marked: marked += 1
            case .missing: break
            }
        }
        return FurnaceDay(
            coldCount: cold, judgedCount: judged, markedCount: marked, missingCount: means.count - judged - marked,
            isViolation: cold > allowedColdCount)
    }
}
