package import Standards

/// Stretches of hours without a gap.
package enum AlertRuns {
    /// A stretch.
    package struct Run: Sendable, Hashable {
        package let start: Instant
        package let end: Instant
        package let hours: Int
        package let highest: ExactDecimal
    }

    private static let hourSeconds = 3_600

    /// The stretches of at least so many hours in a row that are all above a limit. A value at the limit is not above it.
    package static func above(_ limit: ExactDecimal, _ hours: [AnalysisHour], least: Int) -> [Run] {
        runs(hours) { _, hour in hour.value > limit }.filter { $0.hours >= least }
    }

    /// The stretches in which every hour is above the one before, that are at least so many hours long behind their first
    /// one, and rise by at least so much in all.
    package static func rising(by rise: ExactDecimal, _ hours: [AnalysisHour], over least: Int) -> [Run] {
        var found: [Run] = []
        var current: [AnalysisHour] = []
        for hour in hours {
            if let last = current.last, follows(hour, last), hour.value > last.value {
                current.append(hour)
                continue
            }
            found += rising(current, rise, least)
            current = [hour]
        }
        return found + rising(current, rise, least)
    }

    private static func rising(_ hours: [AnalysisHour], _ rise: ExactDecimal, _ least: Int) -> [Run] {
        guard let first = hours.first, let last = hours.last, hours.count > least,
            Rational(last.value) - Rational(first.value) >= Rational(rise)
        else { return [] }
        return [run(hours)].compactMap { $0 }
    }

    private static func runs(
        _ hours: [AnalysisHour], where holds: (AnalysisHour?, AnalysisHour) -> Bool
    ) -> [Run] {
        var found: [Run] = []
        var current: [AnalysisHour] = []
        for hour in hours {
            if let last = current.last, !follows(hour, last) {
                found += [run(current)].compactMap { $0 }
                current = []
            }
            if holds(current.last, hour) {
                current.append(hour)
            } else {
                found += [run(current)].compactMap { $0 }
                current = []
            }
        }
        return found + [run(current)].compactMap { $0 }
    }

    private static func follows(_ hour: AnalysisHour, _ last: AnalysisHour) -> Bool {
        hour.start == last.start.adding(seconds: hourSeconds)
    }

    private static func run(_ hours: [AnalysisHour]) -> Run? {
        guard let first = hours.first, let last = hours.last, let highest = hours.map(\.value).max() else { return nil }
        return Run(
            start: first.start, end: last.start.adding(seconds: hourSeconds), hours: hours.count, highest: highest)
    }
}
