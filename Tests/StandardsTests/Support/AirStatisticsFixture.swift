import Standards

/// HJ 663 written a second time, by hand, as the tests' own authority.
enum AirStatisticsFixture {
    /// Decimals of statistics and of values compared.
    static let whole: [AirItem: Int] = [.so2: 0, .no2: 0, .pm10: 0, .pm25: 0, .co: 1, .o3: 0]

    static func evaluation(
        areaOzone: AirEvaluation.AreaOzone = .meanOfPoints, movingYears: Int? = nil
    ) throws -> AirEvaluation {
        try AirEvaluation(
            percentiles: [.so2: 98, .no2: 98, .pm10: 95, .pm25: 95, .co: 95, .o3: 90], comparedDecimals: whole,
            multipleDecimals: 2, rateDecimals: 1, goodUpTo: 100, countsExcludedDays: true, areaOzone: areaOzone,
            movingYears: movingYears)
    }

    static func rule(
        areaOzone: AirEvaluation.AreaOzone = .meanOfPoints, movingYears: Int? = nil
    ) throws -> AirStatisticsRule {
        try AirStatisticsRule(
            id: "HJ663", title: "", minimumHours: 20,
            eightHour: .init(
                minimumHours: 6, firstEnd: 8, lastEnd: 24, minimumWindows: 14, limit: 160, limitDecimals: 0),
            pointShare: .init(
                share: Rational(numerator: 3, denominator: 4), smallGroupShare: Rational(numerator: 1, denominator: 2),
                smallGroupBelow: 4),
            periodDays: .init(month: 27, february: 25, year: 324), concentrationDecimals: whole,
            statisticDecimals: whole,
            evaluation: evaluation(areaOzone: areaOzone, movingYears: movingYears))
    }

    /// The class-2 limits of GB 3095-2012 that evaluations use.
    static func limits() throws -> AirQualityLimits {
        let rows: [(AirItem, AirAveraging, ExactDecimal)] = [
            (.so2, .year, 60), (.so2, .day, 150), (.no2, .year, 40), (.no2, .day, 80), (.pm10, .year, 70),
            (.pm10, .day, 150), (.pm25, .year, 35), (.pm25, .day, 75), (.co, .day, 4), (.o3, .mda8, 160),
        ]
        return try AirQualityLimits(
            id: "GB3095-2012", title: "",
            rows: rows.map { .init(item: $0.0, averaging: $0.1, classOne: $0.2, classTwo: $0.2) })
    }
}
