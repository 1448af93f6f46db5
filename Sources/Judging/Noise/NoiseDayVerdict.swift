package import Standards

/// What comes of a noise day: levels, and by day and night whether the limit of the zone was met.
package struct NoiseDayVerdict: Hashable, Sendable {
    /// The noise day judged.
    package let noiseDay: NoiseDay
    /// Ld.
    package let day: NoiseLevel
    /// Ln.
    package let night: NoiseLevel
    /// Ldn.
    package let dayNight: NoiseLevel
    /// The limits of the zone.
    package let limit: NoiseLimit
    /// The largest level the night may have.
    package let suddenLimit: ExactDecimal

    /// Judges a day.
    ///
    /// - Throws: `.unknownItem` for a zone the standard does not have, `.valueOutOfRange` for levels that cannot be.
    package init(_ noiseDay: NoiseDay, by rules: NoiseDayRules) throws(StandardsError) {
        self.noiseDay = noiseDay
        let standard = rules.standard
        day = try rules.statistics.level(ofHours: noiseDay.day, .day)
        night = try rules.statistics.level(ofHours: noiseDay.night, .night)
        dayNight = try rules.statistics.dayNight(day: noiseDay.day, night: noiseDay.night)
        limit = NoiseLimit(
            day: try standard.limit(noiseDay.zone, .day), night: try standard.limit(noiseDay.zone, .night))
        suddenLimit = try limit.night + standard.nightSuddenExcess
    }

    /// Ld or Ln.
    package func level(_ period: NoisePeriod) -> NoiseLevel { period == .day ? day : night }

    /// Whether the limit was met; nil where there is no valid level.
    package func isMet(_ period: NoisePeriod) -> Bool? { level(period).validLevel.map { $0 <= limit[period] } }

    /// Whether the loudest moment of the night was too loud; nil where no Lmax was given.
    package var isSuddenMet: Bool? { noiseDay.nightMaximum.map { $0 <= suddenLimit } }
}
