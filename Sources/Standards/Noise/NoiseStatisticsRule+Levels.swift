extension NoiseStatisticsRule {
    /// Leq of an hour over its 60 minutes; nil elements are minutes without a valid value.
    ///
    /// - Throws: `.wrongCount` unless there are 60, `.valueOutOfRange` for a level outside 0 … 200 dB.
    public func hour(ofMinutes minutes: [ExactDecimal?]) throws(StandardsError) -> NoiseLevel {
        guard minutes.count == 60 else {
            throw StandardsError(.wrongCount, subject: "minutes", value: "\(minutes.count)")
        }
        return try level(of: minutes, minimum: self.minimum.minutes)
    }

    /// Ld or Ln: the energy mean over the hours of a day (16) or night (8); nil elements are hours without a valid value.
    ///
    /// - Throws: `.wrongCount` unless there is one element an hour, `.valueOutOfRange` for a level outside 0 … 200 dB.
    public func level(
        ofHours hours: [ExactDecimal?], _ period: NoisePeriod
    ) throws(StandardsError) -> NoiseLevel {
        guard hours.count == period.hours else {
            throw StandardsError(.wrongCount, subject: period.rawValue, value: "\(hours.count)")
        }
        return try level(of: hours, minimum: period == .day ? minimum.dayHours : minimum.nightHours)
    }

    /// Ldn of a day and the night that begins on it, from the hours and not from rounded Ld and Ln:
    /// `10·lg[(16·10^(0.1 Ld) + 8·10^(0.1 (Ln + 10)))/24]`.
    ///
    /// Valid only when both parts are; without any value in one of them there is no level.
    ///
    /// - Throws: as for the parts.
    public func dayNight(day: [ExactDecimal?], night: [ExactDecimal?]) throws(StandardsError) -> NoiseLevel {
        let parts = (try level(ofHours: day, .day), try level(ofHours: night, .night))
        let valid = (day: day.compactMap(\.self), night: night.compactMap(\.self))
        var value: ExactDecimal?
        if !valid.day.isEmpty, !valid.night.isEmpty {
            let dayWeight = try Rational(NoisePeriod.day.hours) / Rational(valid.day.count)
            let nightWeight = try Rational(NoisePeriod.night.hours) / Rational(valid.night.count)
            var levels = valid.day.map { WeightedLevel($0, weight: dayWeight) }
            levels += valid.night.map { WeightedLevel($0, weight: nightWeight, penalty: Self.nightPenalty) }
            value = try EnergyMean.rounded(weighted: levels, decimals: levelDecimals)
        }
        return NoiseLevel(
            level: value, validCount: valid.day.count + valid.night.count, expectedCount: day.count + night.count,
            isValid: parts.0.isValid && parts.1.isValid)
    }

    /// Ldn of given Ld and Ln, for published tables that have no hours.
    ///
    /// - Throws: `.valueOutOfRange` for a level outside 0 … 200 dB, `.scaleOutOfRange` for the decimals.
    public static func dayNight(
        day: ExactDecimal, night: ExactDecimal, decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        try EnergyMean.rounded(
            weighted: [
                WeightedLevel(day, weight: Rational(NoisePeriod.day.hours)),
                WeightedLevel(night, weight: Rational(NoisePeriod.night.hours), penalty: nightPenalty),
            ], decimals: decimals)
    }

    private func level(of values: [ExactDecimal?], minimum: Int?) throws(StandardsError) -> NoiseLevel {
        let valid = values.compactMap(\.self)
        let level = valid.isEmpty ? nil : try EnergyMean.rounded(valid, decimals: levelDecimals)
        return NoiseLevel(
            level: level, validCount: valid.count, expectedCount: values.count, isValid: valid.count >= (minimum ?? 1))
    }
}
