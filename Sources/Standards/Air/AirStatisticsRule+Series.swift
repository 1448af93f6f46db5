extension AirStatisticsRule {
    /// The valid day means of a series of hours, as `dayMean(ofHours:)` gives them one by one.
    ///
    /// - Throws: `.wrongCount` unless the hours are whole days.
    public func dayMeans(of hours: AirHourSeries) throws(StandardsError) -> AirDaySeries {
        let days = try AirStatisticsRule.days(of: hours)
        if case .scaled(let digits, let scale) = hours.storage,
            let weights = CountWeights(from: minimumHours, through: 24, scale: scale, days: days)
        {
            return AirDaySeries(.scaled(Self.means(digits, days: days, weights), unit: weights.unit))
        }
        return AirDaySeries(
            .exact(
                try Self.exact(hours, days: days) { day throws(StandardsError) in try dayMean(ofHours: day).validMean })
        )
    }

    /// The valid largest eight-hour means of a series of hours, as `ozoneDay(ofHours:)` gives them one by one.
    ///
    /// - Throws: `.wrongCount` unless the hours are whole days.
    public func ozoneDays(of hours: AirHourSeries) throws(StandardsError) -> AirDaySeries {
        let days = try AirStatisticsRule.days(of: hours)
        if case .scaled(let digits, let scale) = hours.storage,
            let weights = CountWeights(from: eightHour.minimumHours, through: 8, scale: scale, days: days)
        {
            return AirDaySeries(.scaled(try maxima(digits, days: days, weights), unit: weights.unit))
        }
        return AirDaySeries(
            .exact(
                try Self.exact(hours, days: days) { day throws(StandardsError) in
                    try ozoneDay(ofHours: day).validMaximum
                }))
    }

    /// By what a sum over so many values is multiplied to be a whole number of the common unit; 0 for too few values.
    private struct CountWeights {
        /// Indexed by the number of values.
        let weights: [Int64]
        /// The common denominator of all means, times ten to the scale.
        let unit: Int64

        /// Nil when sums over `days` days might not fit 64 bits.
        init?(from least: Int, through most: Int, scale: Int, days: Int) {
            var common: Int64 = 1
            for count in least...most {
                common *= Int64(count) / Self.divisor(common, Int64(count))
                guard common < 1 << 40 else { return nil }
            }
            unit = common * PowerOfTen.int64[scale]
            weights = (0...most).map { $0 < least ? 0 : common / Int64($0) }
            // The largest mean is that of values just below 2^31: times the common denominator, added up over the days.
            let (largest, overflow) = (common << 8).multipliedReportingOverflow(by: 1 << 15)
            guard !overflow, !largest.multipliedReportingOverflow(by: Int64(max(days, 1)) << 8).overflow else {
                return nil
            }
        }

        private static func divisor(_ left: Int64, _ right: Int64) -> Int64 {
            right == 0 ? left : divisor(right, left % right)
        }
    }

    private static func means(_ digits: [Int32], days: Int, _ weights: CountWeights) -> [Int64] {
        var means = [Int64](repeating: AirDaySeries.gap, count: days)
        digits.withUnsafeBufferPointer { digits in
            weights.weights.withUnsafeBufferPointer { weights in
                for day in 0..<days {
                    var sum: Int64 = 0
                    var count = 0
                    for hour in (day &* 24)..<(day &* 24 &+ 24) {
                        let digit = digits[hour]
                        let isPresent = digit != AirHourSeries.gap
                        sum &+= isPresent ? Int64(digit) : 0
                        count &+= isPresent ? 1 : 0
                    }
                    if weights[count] != 0 { means[day] = sum &* weights[count] }
                }
            }
        }
        return means
    }

    private func maxima(
        _ digits: [Int32], days: Int, _ weights: CountWeights
    ) throws(StandardsError) -> [Int64] {
        var maxima = [Int64](repeating: AirDaySeries.gap, count: days)
        for day in 0..<days {
            var largest = AirDaySeries.gap
            let windows = digits.withUnsafeBufferPointer { digits in
                weights.weights.withUnsafeBufferPointer { weights in
                    self.slide(UnsafeBufferPointer(rebasing: digits[(day * 24)..<(day * 24 + 24)]), weights, &largest)
                }
            }
            guard windows > 0 else { continue }
            if windows < eightHour.minimumWindows {
                let rounded = try AirDaySeries.rounded(
                    largest, unit: weights.unit, decimals: eightHour.limitDecimals)
                guard rounded > eightHour.limit else { continue }
            }
            maxima[day] = largest
        }
        return maxima
    }

    /// The number of valid windows of a day and the largest of their means, in common units.
    private func slide(
        _ hours: UnsafeBufferPointer<Int32>, _ weights: UnsafeBufferPointer<Int64>, _ largest: inout Int64
    ) -> Int {
        var sum: Int64 = 0
        var count = 0
        var valid = 0
        for hour in (eightHour.firstEnd &- 8)..<eightHour.lastEnd {
            let digit = hours[hour]
            if digit != AirHourSeries.gap {
                sum &+= Int64(digit)
                count &+= 1
            }
            guard hour &+ 1 >= eightHour.firstEnd else { continue }
            if weights[count] != 0 {
                valid &+= 1
                largest = max(largest, sum &* weights[count])
            }
            let leaving = hours[hour &- 7]
            if leaving != AirHourSeries.gap {
                sum &-= Int64(leaving)
                count &-= 1
            }
        }
        return valid
    }

    private static func days(of hours: AirHourSeries) throws(StandardsError) -> Int {
        guard hours.count.isMultiple(of: 24) else {
            throw StandardsError(.wrongCount, subject: "hours", value: "\(hours.count)")
        }
        return hours.count / 24
    }

    private static func exact(
        _ hours: AirHourSeries, days: Int, value: ([ExactDecimal?]) throws(StandardsError) -> Rational?
    ) throws(StandardsError) -> [Rational?] {
        var values: [Rational?] = []
        values.reserveCapacity(days)
        for day in 0..<days { values.append(try value(((day * 24)..<(day * 24 + 24)).map { hours[$0] })) }
        return values
    }
}
