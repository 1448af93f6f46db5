/// How noise measurements become hours, day and night levels and attainment rates (HJ 640, 环办监测〔2024〕33号).
public struct NoiseStatisticsRule: Hashable, Sendable {
    /// How many values a mean needs; nil where the rule names no number and one value is enough.
    public struct Minimum: Hashable, Sendable {
        /// Minutes for an hour, of 60.
        public let minutes: Int?
        /// Hours for the day level, of 16.
        public let dayHours: Int?
        /// Hours for the night level, of 8.
        public let nightHours: Int?

        /// Makes the minimums.
        public init(minutes: Int? = nil, dayHours: Int? = nil, nightHours: Int? = nil) {
            self.minutes = minutes
            self.dayHours = dayHours
            self.nightHours = nightHours
        }
    }

    /// By how much night levels are raised in the day-night level, in dB.
    public static let nightPenalty: ExactDecimal = 10

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Decimals of a level as it is published and compared with limits.
    public let levelDecimals: Int
    /// Decimals of an attainment rate in percent.
    public let rateDecimals: Int
    /// How many values a mean needs.
    public let minimum: Minimum

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for decimals or minimums that cannot be.
    public init(
        id: String, title: String, levelDecimals: Int, rateDecimals: Int, minimum: Minimum = Minimum()
    ) throws(StandardsError) {
        guard (0...4).contains(levelDecimals) else {
            throw StandardsError(.invalidRule, subject: "level_decimals", value: "\(levelDecimals)")
        }
        guard (0...4).contains(rateDecimals) else {
            throw StandardsError(.invalidRule, subject: "rate_decimals", value: "\(rateDecimals)")
        }
        guard (1...60).contains(minimum.minutes ?? 1), (1...16).contains(minimum.dayHours ?? 1),
            (1...8).contains(minimum.nightHours ?? 1)
        else { throw StandardsError(.invalidRule, subject: "minimum") }
        self.id = id
        self.title = title
        self.levelDecimals = levelDecimals
        self.rateDecimals = rateDecimals
        self.minimum = minimum
    }
}
