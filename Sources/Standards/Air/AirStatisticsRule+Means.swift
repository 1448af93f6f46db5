extension AirStatisticsRule {
    /// The mean of a day from its 24 hourly means; element 0 is the hour from 00:00 to 01:00.
    ///
    /// Valid with at least `minimumHours` values (GB 3095 Table 4: 20).
    ///
    /// - Throws: `.wrongCount` unless there are 24 elements.
    public func dayMean(ofHours hours: [ExactDecimal?]) throws(StandardsError) -> AirMean {
        try AirStatisticsRule.check(hours)
        let sum = ExactSum(hours.lazy.compactMap(\.self))
        return AirMean(
            mean: sum.mean, validCount: sum.count, expectedCount: 24, isValid: sum.count >= minimumHours)
    }

    /// The largest sliding eight-hour mean of a day from its 24 hourly means; element 0 is the hour from 00:00 to 01:00.
    ///
    /// Windows end at 8:00 … 24:00 and need 6 values; a day needs 14 windows unless its maximum is above the limit
    /// (HJ 663 6.1.2).
    ///
    /// - Throws: `.wrongCount` unless there are 24 elements.
    public func ozoneDay(ofHours hours: [ExactDecimal?]) throws(StandardsError) -> OzoneDay {
        try AirStatisticsRule.check(hours)
        return try ozoneDay(validHours: hours.count { $0 != nil }) { window in
            let sum = ExactSum(hours[window].lazy.compactMap(\.self))
            return (sum.count, sum.mean)
        }
    }

    /// As for decimals, from exact hourly means: those of an area.
    ///
    /// - Throws: `.wrongCount` unless there are 24 elements.
    public func ozoneDay(ofExactHours hours: [Rational?]) throws(StandardsError) -> OzoneDay {
        guard hours.count == 24 else {
            throw StandardsError(.wrongCount, subject: "hours", value: "\(hours.count)")
        }
        return try ozoneDay(validHours: hours.count { $0 != nil }) { window in
            let values = hours[window].compactMap(\.self)
            return (values.count, AirStatisticsRule.mean(values))
        }
    }

    private func ozoneDay(
        validHours: Int, window: (Range<Int>) -> (count: Int, mean: Rational?)
    ) throws(StandardsError) -> OzoneDay {
        var maximum: Rational?
        var endHour: Int?
        var validWindows = 0
        for end in eightHour.firstEnd...eightHour.lastEnd {
            let (count, found) = window((end - 8)..<end)
            guard count >= eightHour.minimumHours, let mean = found else { continue }
            validWindows += 1
            if let found = maximum, mean <= found { continue }
            maximum = mean
            endHour = end
        }
        let exceeds =
            if let maximum { try maximum.rounded(decimals: eightHour.limitDecimals) > eightHour.limit } else { false }
        return OzoneDay(
            maximum: maximum, endHour: endHour, validWindows: validWindows,
            expectedWindows: eightHour.lastEnd - eightHour.firstEnd + 1, validHours: validHours,
            isValid: maximum != nil && (validWindows >= eightHour.minimumWindows || exceeds))
    }

    /// The mean of an area over its points, each a valid point mean or nil.
    ///
    /// Valid with at least 75 % of the points (50 % when there are fewer than 4).
    public func areaMean(ofPoints points: [Rational?]) -> AirMean {
        let valid = points.compactMap(\.self)
        let share = points.count < pointShare.smallGroupBelow ? pointShare.smallGroupShare : pointShare.share
        let needed = Rational(points.count) * share
        return AirMean(
            mean: AirStatisticsRule.mean(valid), validCount: valid.count, expectedCount: points.count,
            isValid: Rational(valid.count) >= needed)
    }

    /// The largest eight-hour mean of an area from the hours of its points, the way the rule file says.
    ///
    /// Usually the mean of the points' largest eight-hour means, with the counts of points; else that of the area's own
    /// hours, each the mean over enough points, with the counts of hours.
    ///
    /// - Parameter points: 24 hourly means of each point; element 0 is the hour from 00:00 to 01:00.
    /// - Throws: `.wrongCount` unless every point has 24 elements.
    public func areaOzone(ofPointHours points: [[ExactDecimal?]]) throws(StandardsError) -> AirMean {
        for hours in points { try AirStatisticsRule.check(hours) }
        switch evaluation.areaOzone {
        case .meanOfPoints:
            var maxima: [Rational?] = []
            for hours in points { maxima.append(try ozoneDay(ofHours: hours).validMaximum) }
            return areaMean(ofPoints: maxima)
        case .hoursOfArea:
            let hours = (0..<24).map { hour in areaMean(ofPoints: points.map { $0[hour]?.rational }).validMean }
            let day = try ozoneDay(ofExactHours: hours)
            return AirMean(mean: day.maximum, validCount: day.validHours, expectedCount: 24, isValid: day.isValid)
        }
    }

    /// The mean of a month over its day means; nil elements are days without a valid mean.
    ///
    /// - Throws: `.wrongCount` unless there is one element a day of the month.
    public func monthMean(ofDays days: [Rational?], month: CivilDate) throws(StandardsError) -> AirMean {
        guard days.count == month.daysInMonth else {
            throw StandardsError(.wrongCount, subject: "days", value: "\(days.count)")
        }
        let valid = days.compactMap(\.self)
        let needed = month.month == 2 ? periodDays.february : periodDays.month
        return AirMean(
            mean: AirStatisticsRule.mean(valid), validCount: valid.count, expectedCount: days.count,
            isValid: valid.count >= needed)
    }

    static func mean(_ values: [Rational]) -> Rational? {
        // Safe: the divisor is a count above zero.
        values.isEmpty ? nil : try? values.reduce(.zero, +) / Rational(values.count)
    }

    private static func check(_ hours: [ExactDecimal?]) throws(StandardsError) {
        guard hours.count == 24 else {
            throw StandardsError(.wrongCount, subject: "hours", value: "\(hours.count)")
        }
    }
}
