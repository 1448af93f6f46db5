package import Standards

/// Mean concentrations by direction and speed of the wind. Nothing is smoothed or filled in: a cell with few hours has none.
package struct PolarPlot: Sendable {
    package struct Cell: Sendable {
        /// 0 … 15, clockwise from north.
        package let sector: Int
        /// The place of its ring in the rule.
        package let ring: Int
        /// Hours with a concentration, fractions of hours where values lie across two sectors.
        package let hours: Rational
        /// Nil where there are fewer than the rule asks for.
        package let mean: Rational?
    }

    /// Cells in which any hour lies, by ring and sector.
    package let cells: [Cell]
    /// Hours with wind, direction and concentration.
    package let count: Int
    /// Hours of calm with a concentration, which have no place in the plot.
    package let calm: Int

    package init(_ hours: [WindHour], rule: AnalysisRule) {
        let moving = hours.filter { $0.speed >= rule.calmBelow && $0.concentration != nil }
        let spread = WindSectors(of: moving.compactMap(\.direction))
        var weights: [[Rational]] = rule.polarRings.map { _ in [Rational](repeating: 0, count: WindSectors.count) }
        var sums = weights
        var count = 0
        for hour in moving {
            guard let direction = hour.direction, let concentration = hour.concentration,
                let shares = spread.shares(of: direction),
                let ring = rule.polarRings.lastIndex(where: { $0 <= hour.speed })
            else { continue }
            count += 1
            for (sector, share) in shares {
                weights[ring][sector] += share
                sums[ring][sector] += share * Rational(concentration)
            }
        }
        let least = Rational(rule.polarLeast)
        cells = weights.indices.flatMap { ring in
            (0..<WindSectors.count).compactMap { sector -> Cell? in
                let weight = weights[ring][sector]
                guard !weight.isZero else { return nil }
                let mean = weight >= least ? try? sums[ring][sector] / weight : nil
                return Cell(sector: sector, ring: ring, hours: weight, mean: mean)
            }
        }
        self.count = count
        calm = hours.count { $0.speed < rule.calmBelow && $0.concentration != nil }
    }
}
