package import Standards

/// An hour of wind, with what was measured in it.
package struct WindHour: Sendable, Hashable {
    /// m/s.
    package let speed: ExactDecimal
    /// Degrees from which it blows, 0 … 360; nil where none was given.
    package let direction: ExactDecimal?
    /// The concentration of the hour; nil where none is valid.
    package let concentration: ExactDecimal?

    package init(speed: ExactDecimal, direction: ExactDecimal?, concentration: ExactDecimal? = nil) {
        self.speed = speed
        self.direction = direction
        self.concentration = concentration
    }

    /// The hours that have a speed, with what else the same hours have.
    package static func joined(
        speeds: [AnalysisHour], directions: [AnalysisHour], concentrations: [AnalysisHour]
    ) -> [WindHour] {
        let direction = Dictionary(directions.map { ($0.start, $0.value) }) { $1 }
        let concentration = Dictionary(concentrations.map { ($0.start, $0.value) }) { $1 }
        return speeds.map {
            WindHour(speed: $0.value, direction: direction[$0.start], concentration: concentration[$0.start])
        }
    }
}
