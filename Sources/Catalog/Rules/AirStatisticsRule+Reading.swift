package import Standards

extension RuleKind where Rule == AirStatisticsRule {
    /// GB 3095 Table 4 and HJ 663: how hours become days, areas and periods.
    package static var airStatistics: RuleKind<AirStatisticsRule> {
        RuleKind("air_statistics", "环境空气质量评价技术规范") { (content, header, reader) throws(StandardsError) in
            try AirStatisticsRule.read(content, header: header, with: reader)
        }
    }
}

extension AirStatisticsRule {
    /// Reads the contents of an `air_statistics` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> AirStatisticsRule {
        let content = reader.mapping(
            content.node,
            keys: [
                "day", "eight_hour", "area", "period_days", "concentration_decimals", "statistic_decimals",
                "evaluation",
            ])
        let eightHour = content.mapping(
            "eight_hour",
            keys: ["minimum_hours", "first_end", "last_end", "minimum_windows", "valid_above", "compared_decimals"])
        let area = content.mapping("area", keys: ["share", "small_group_share", "small_group_below", "ozone"])
        let days = content.mapping("period_days", keys: ["month", "february", "year"])
        return try AirStatisticsRule(
            id: header.id, title: header.title,
            minimumHours: content.mapping("day", keys: ["minimum_hours"]).integer("minimum_hours", in: 1...24),
            eightHour: EightHour(
                minimumHours: eightHour.integer("minimum_hours", in: 1...8),
                firstEnd: eightHour.integer("first_end", in: 8...24),
                lastEnd: eightHour.integer("last_end", in: 8...24),
                minimumWindows: eightHour.integer("minimum_windows", in: 1...17),
                limit: eightHour.decimal("valid_above"),
                limitDecimals: eightHour.integer("compared_decimals", in: 0...4)),
            pointShare: PointShare(
                share: area.fraction("share"), smallGroupShare: area.fraction("small_group_share"),
                smallGroupBelow: area.integer("small_group_below", in: 0...1000)),
            periodDays: PeriodDays(
                month: days.integer("month", in: 1...31), february: days.integer("february", in: 1...29),
                year: days.integer("year", in: 1...366)),
            concentrationDecimals: content.airItems("concentration_decimals") {
                reader.integer($0, name: $1, in: 0...4)
            },
            statisticDecimals: content.airItems("statistic_decimals") { reader.integer($0, name: $1, in: 0...4) },
            evaluation: evaluation(
                content, ozone: area.choice("ozone", as: AirEvaluation.AreaOzone.self), with: reader))
    }

    private static func evaluation(
        _ content: RuleMapping, ozone: AirEvaluation.AreaOzone?, with reader: RuleReader
    ) throws(StandardsError) -> AirEvaluation {
        let content = content.mapping(
            "evaluation",
            keys: [
                "percentiles", "compared_decimals", "multiple_decimals", "rate_decimals", "good_up_to",
                "good_days_keep_excluded", "moving_years",
            ])
        return try AirEvaluation(
            percentiles: content.airItems("percentiles") { reader.fraction($0, name: $1) },
            comparedDecimals: content.airItems("compared_decimals") { reader.integer($0, name: $1, in: 0...4) },
            multipleDecimals: content.integer("multiple_decimals", in: 0...4),
            rateDecimals: content.integer("rate_decimals", in: 0...4),
            goodUpTo: content.integer("good_up_to", in: 1...500),
            countsExcludedDays: content.flag("good_days_keep_excluded"), areaOzone: ozone ?? .meanOfPoints,
            movingYears: content.optionalInteger("moving_years", in: 1...10))
    }
}
