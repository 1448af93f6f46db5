/// What HJ 663 makes of the day values of a period: percentiles, comparison with limits, good days, decimals.
public struct AirEvaluation: Hashable, Sendable {
    /// Where the eight-hour ozone of an area comes from.
    public enum AreaOzone: String, CaseIterable, Hashable, Sendable, Codable {
        /// The mean of the points' largest eight-hour means.
        case meanOfPoints = "mean_of_points"
        /// The largest eight-hour mean of the area's own hours, which are means of the points' hours.
        case hoursOfArea = "hours_of_area"
    }

    /// The percentile that the annual evaluation of each item uses, in per cent (98 for SO2).
    public let percentiles: [AirItem: Rational]
    /// Decimals to which a statistic is rounded before it is compared with its limit.
    public let comparedDecimals: [AirItem: Int]
    /// Decimals of an exceedance multiple (超标倍数).
    public let multipleDecimals: Int
    /// Decimals of a share of days in per cent (达标率, 优良天数比例).
    public let rateDecimals: Int
    /// The largest AQI of a good day (优良天).
    public let goodUpTo: Int
    /// Whether days excluded for an exceptional event stay in the count of good days, as measured.
    public let countsExcludedDays: Bool
    /// Where the eight-hour ozone of an area comes from.
    public let areaOzone: AreaOzone
    /// Over how many years the moving mean goes; nil where the edition has none.
    public let movingYears: Int?

    /// Makes the conditions.
    ///
    /// - Throws: `.invalidRule` for percentiles outside 0 … 100, items left out, and decimals outside 0 … 18.
    public init(
        percentiles: [AirItem: Rational], comparedDecimals: [AirItem: Int], multipleDecimals: Int, rateDecimals: Int,
        goodUpTo: Int, countsExcludedDays: Bool, areaOzone: AreaOzone, movingYears: Int?
    ) throws(StandardsError) {
        let decimals = 0...ExactDecimal.maximumScale
        for item in AirItem.allCases {
            guard let percentile = percentiles[item], percentile >= 0, percentile <= 100,
                let compared = comparedDecimals[item], decimals.contains(compared)
            else { throw StandardsError(.invalidRule, subject: item.rawValue) }
        }
        guard decimals.contains(multipleDecimals), decimals.contains(rateDecimals), movingYears ?? 1 >= 1 else {
            throw StandardsError(.invalidRule, subject: "evaluation")
        }
        self.percentiles = percentiles
        self.comparedDecimals = comparedDecimals
        self.multipleDecimals = multipleDecimals
        self.rateDecimals = rateDecimals
        self.goodUpTo = goodUpTo
        self.countsExcludedDays = countsExcludedDays
        self.areaOzone = areaOzone
        self.movingYears = movingYears
    }
}
