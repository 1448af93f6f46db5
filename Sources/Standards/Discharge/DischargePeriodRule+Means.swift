extension DischargePeriodRule {
    /// The plain mean of a day from its 24 hours; nil elements are hours that are not valid.
    ///
    /// - Throws: `.wrongCount` unless there are 24 elements.
    public func dayMean(ofHours hours: [Rational?]) throws(StandardsError) -> DischargeMean {
        let valid = try Self.valid(hours)
        let mean = valid.isEmpty ? nil : try valid.reduce(.zero, +) / Rational(valid.count)
        return day(mean, of: valid)
    }

    /// The mean of a day weighted by flow, `Σ C·Q / Σ Q` (HJ 356-2019); element 0 is the hour from 00:00 to 01:00.
    ///
    /// An hour takes part with concentration and a flow above zero; water that does not flow has no concentration.
    ///
    /// - Throws: `.wrongCount` unless there are 24 elements each.
    public func dayMean(
        ofHours hours: [Rational?], flows: [Rational?]
    ) throws(StandardsError) -> DischargeMean {
        guard flows.count == 24 else { throw StandardsError(.wrongCount, subject: "flows", value: "\(flows.count)") }
        let flowing = zip(hours, flows).map { hour, flow in flow.map { $0 > 0 } ?? false ? hour : nil }
        let valid = try Self.valid(hours.count == 24 ? flowing : hours)
        var amount = Rational.zero
        var water = Rational.zero
        for case (let concentration?, let flow?) in zip(flowing, flows) {
            amount += concentration * flow
            water += flow
        }
        return day(valid.isEmpty ? nil : try amount / water, of: valid)
    }

    /// The median of a day's pH with its range.
    ///
    /// - Throws: `.wrongCount` unless there are 24 elements.
    public func dayMedian(ofHours hours: [Rational?]) throws(StandardsError) -> DischargeMean {
        let valid = try Self.valid(hours)
        return day(Self.median(of: valid), of: valid)
    }

    /// The mean of a month over its valid day means; nil elements are days without one.
    ///
    /// - Throws: `.wrongCount` unless there is one element a day of the month.
    public func monthMean(ofDays days: [Rational?], month: CivilDate) throws(StandardsError) -> DischargeMean {
        guard days.count == month.daysInMonth else {
            throw StandardsError(.wrongCount, subject: "days", value: "\(days.count)")
        }
        let valid = days.compactMap(\.self)
        return DischargeMean(
            mean: valid.isEmpty ? nil : try valid.reduce(.zero, +) / Rational(valid.count),
            range: Self.range(of: valid),
            validCount: valid.count, expectedCount: days.count,
            neededCount: month.month == 2 ? februaryDays : monthDays)
    }

    /// The median: the middle value, or the mean of both middle values; nil of none.
    static func median(of values: [Rational]) -> Rational? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let upper = sorted[sorted.count / 2]
        // Safe: the divisor is 2.
        return sorted.count.isMultiple(of: 2) ? try? (sorted[sorted.count / 2 - 1] + upper) / 2 : upper
    }

    private func day(_ mean: Rational?, of valid: [Rational]) -> DischargeMean {
        DischargeMean(
            mean: mean, range: Self.range(of: valid), validCount: valid.count, expectedCount: 24,
            neededCount: minimumHours)
    }

    private static func range(of values: [Rational]) -> ClosedRange<Rational>? {
        guard let least = values.min(), let largest = values.max() else { return nil }
        return least...largest
    }

    private static func valid(_ hours: [Rational?]) throws(StandardsError) -> [Rational] {
        guard hours.count == 24 else { throw StandardsError(.wrongCount, subject: "hours", value: "\(hours.count)") }
        return hours.compactMap(\.self)
    }
}
