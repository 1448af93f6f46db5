/// How hourly values become values of days, areas and periods, and how many are needed (GB 3095 Table 4, HJ 663).
///
/// Made from a catalog file. All means are exact fractions; rounding is a separate, single step.
public struct AirStatisticsRule: Hashable, Sendable {
    /// How many of a group of points must be valid, as a share of all.
    public struct PointShare: Hashable, Sendable {
        /// The share for groups of `smallGroupBelow` points and more.
        public let share: Rational
        /// The share for smaller groups.
        public let smallGroupShare: Rational
        /// The number of points from which a group is no longer small.
        public let smallGroupBelow: Int

        /// Makes the condition.
        public init(share: Rational, smallGroupShare: Rational, smallGroupBelow: Int) {
            self.share = share
            self.smallGroupShare = smallGroupShare
            self.smallGroupBelow = smallGroupBelow
        }
    }

    /// The conditions of the daily ozone value.
    public struct EightHour: Hashable, Sendable {
        /// Hourly means needed in a window of eight.
        public let minimumHours: Int
        /// The clock hour at which the first window of a day ends (8).
        public let firstEnd: Int
        /// The clock hour at which the last window ends (24).
        public let lastEnd: Int
        /// Valid windows needed in a day.
        public let minimumWindows: Int
        /// With fewer windows the day is still valid when its maximum, rounded, is above this (160 µg/m³).
        public let limit: ExactDecimal
        /// Decimals to which the maximum is rounded for that comparison.
        public let limitDecimals: Int

        /// Makes the conditions.
        public init(
            minimumHours: Int, firstEnd: Int, lastEnd: Int, minimumWindows: Int, limit: ExactDecimal,
            limitDecimals: Int
        ) {
            self.minimumHours = minimumHours
            self.firstEnd = firstEnd
            self.lastEnd = lastEnd
            self.minimumWindows = minimumWindows
            self.limit = limit
            self.limitDecimals = limitDecimals
        }
    }

    /// Days needed in longer periods.
    public struct PeriodDays: Hashable, Sendable {
        /// Day means needed in a month other than February.
        public let month: Int
        /// Day means needed in February.
        public let february: Int
        /// Day means needed in a year.
        public let year: Int

        /// Makes the conditions.
        public init(month: Int, february: Int, year: Int) {
            self.month = month
            self.february = february
            self.year = year
        }
    }

    /// Id of the rule, for example `HJ663-2026`.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Hourly means needed for a day mean (20).
    public let minimumHours: Int
    /// Conditions of the daily ozone value.
    public let eightHour: EightHour
    /// Conditions of an area mean.
    public let pointShare: PointShare
    /// Days needed in months and years.
    public let periodDays: PeriodDays
    /// Decimals of hourly and daily concentrations.
    public let concentrationDecimals: [AirItem: Int]
    /// Decimals of month, quarter and year means and percentiles.
    public let statisticDecimals: [AirItem: Int]
    /// What is made of the day values of a period.
    public let evaluation: AirEvaluation

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for counts that no day or group can meet.
    public init(
        id: String, title: String, minimumHours: Int, eightHour: EightHour, pointShare: PointShare,
        periodDays: PeriodDays, concentrationDecimals: [AirItem: Int], statisticDecimals: [AirItem: Int],
        evaluation: AirEvaluation
    ) throws(StandardsError) {
        guard (1...24).contains(minimumHours) else { throw StandardsError(.invalidRule, subject: "minimumHours") }
        guard (1...8).contains(eightHour.minimumHours), eightHour.firstEnd >= 8, eightHour.lastEnd <= 24,
            eightHour.firstEnd <= eightHour.lastEnd, eightHour.minimumWindows >= 1,
            (0...ExactDecimal.maximumScale).contains(eightHour.limitDecimals)
        else { throw StandardsError(.invalidRule, subject: "eightHour") }
        guard pointShare.share > 0, pointShare.share <= 1, pointShare.smallGroupShare > 0,
            pointShare.smallGroupShare <= 1
        else { throw StandardsError(.invalidRule, subject: "pointShare") }
        self.id = id
        self.title = title
        self.minimumHours = minimumHours
        self.eightHour = eightHour
        self.pointShare = pointShare
        self.periodDays = periodDays
        self.concentrationDecimals = concentrationDecimals
        self.statisticDecimals = statisticDecimals
        self.evaluation = evaluation
    }
}
