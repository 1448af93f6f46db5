package import Standards

/// How often the wind blows from where, how fast, and what was measured then. Calm stands apart: it has no direction.
package struct WindRose: Sendable {
    /// A direction of the compass.
    package struct Sector: Sendable {
        /// Hours by class of speed, fractions of hours where values lie across two sectors.
        package let hours: [Rational]
        /// Hours with a valid concentration.
        package let measured: Rational
        /// The mean concentration of them; nil where there are fewer than the rule asks for.
        package let mean: Rational?

        /// Hours of all speeds.
        package var total: Rational { hours.reduce(0, +) }
    }

    /// Sixteen, clockwise from north.
    package let sectors: [Sector]
    /// Hours of calm.
    package let calm: Int
    /// Hours of calm with a valid concentration, and their mean.
    package let calmMeasured: Int
    package let calmMean: Rational?
    /// Hours that are no calm and have no usable direction: in no sector.
    package let directionless: Int
    /// What directions are multiples of, degrees.
    package let resolution: ExactDecimal

    /// Hours with a direction.
    package var directed: Int { count - calm - directionless }
    /// All hours with a speed.
    package let count: Int

    package init(_ hours: [WindHour], rule: AnalysisRule) {
        let moving = hours.filter { $0.speed >= rule.calmBelow }
        let spread = WindSectors(of: moving.compactMap(\.direction))
        let classes = rule.speedClasses.count
        var counts = [[Rational]](repeating: [Rational](repeating: 0, count: classes), count: WindSectors.count)
        var sums = [Rational](repeating: 0, count: WindSectors.count)
        var measured = [Rational](repeating: 0, count: WindSectors.count)
        var directionless = 0
        for hour in moving {
            guard let direction = hour.direction, let shares = spread.shares(of: direction) else {
                directionless += 1
                continue
            }
            let place = (rule.speedClasses.lastIndex { $0 <= hour.speed }) ?? 0
            for (sector, share) in shares {
                counts[sector][place] += share
                guard let concentration = hour.concentration else { continue }
                measured[sector] += share
                sums[sector] += share * Rational(concentration)
            }
        }
        let still = hours.filter { $0.speed < rule.calmBelow }
        let stillValues = still.compactMap(\.concentration)
        sectors = (0..<WindSectors.count).map { sector in
            let isEnough = measured[sector] >= Rational(rule.polarLeast)
            return Sector(
                hours: counts[sector], measured: measured[sector],
                mean: isEnough ? try? sums[sector] / measured[sector] : nil)
        }
        calm = still.count
        calmMeasured = stillValues.count
        calmMean = stillValues.count >= rule.polarLeast ? ExactSum(stillValues).mean : nil
        self.directionless = directionless
        resolution = ExactDecimal(significand: Int64(spread.resolution), scale: 2)?.normalized ?? 1
        count = hours.count
    }
}
