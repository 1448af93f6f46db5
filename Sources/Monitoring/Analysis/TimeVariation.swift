package import Standards

/// How a series varies over the hours of the day, the days of the week and the months of the year.
///
/// Hours are compared over days, and days of the week and months over daily means, so that the values behind an interval
/// are a day apart from one another. Days off stand apart from days of the week.
package struct TimeVariation: Sendable {
    /// What kind of day it is.
    package enum DayKind: Int, Sendable, CaseIterable {
        case workday
        case weekend
        /// A day off by the notice of the State Council.
        case holiday
    }

    /// A mean with the number of values behind it.
    package struct Group: Sendable {
        /// What it is a mean of, in the order of the groups.
        package let index: Int
        /// How many values: hours of as many days, or days.
        package let count: Int
        /// Exact; nil without values.
        package let mean: Rational?
        /// Half the width of the 95 % interval; nil where there are too few values.
        package let halfWidth: ExactDecimal?
    }

    /// Hours 1 … 24 by their ends.
    package let hours: [Group]
    /// The same of each kind of day.
    package let hoursByKind: [DayKind: [Group]]
    /// Monday 1 … Sunday 7 without days off, then 8 for days off.
    package let weekdays: [Group]
    /// 1 … 12.
    package let months: [Group]
    /// How many hours took part.
    package let hourCount: Int
    /// How many days had enough hours for a mean.
    package let dayCount: Int

    /// - Parameters:
    ///   - kind: of a day; a make-up workday is a workday.
    ///   - decimals: of the widths of intervals.
    package init(
        _ values: [AnalysisHour], rule: AnalysisRule, decimals: Int, kind: (CivilDate) -> DayKind
    ) {
        var hours = [Moments](repeating: Moments(), count: 24)
        var byKind: [DayKind: [Moments]] = [:]
        var days: [CivilDate: Moments] = [:]
        var kinds: [CivilDate: DayKind] = [:]
        for value in values {
            let date = value.start.beijingDate
            let hour = value.start.beijingHour
            let dayKind = kinds[date] ?? kind(date)
            kinds[date] = dayKind
            hours[hour].add(value.value)
            byKind[dayKind, default: [Moments](repeating: Moments(), count: 24)][hour].add(value.value)
            days[date, default: Moments()].add(value.value)
        }
        var weekdays = [Moments](repeating: Moments(), count: 8)
        var months = [Moments](repeating: Moments(), count: 12)
        var dayCount = 0
        for (date, moments) in days where moments.count >= rule.dayHours {
            guard let mean = moments.mean else { continue }
            dayCount += 1
            weekdays[kinds[date] == .holiday ? 7 : date.weekday - 1].add(mean)
            months[date.month - 1].add(mean)
        }
        let groups = { (all: [Moments]) -> [Group] in
            all.enumerated().map { place, moments in
                Group(
                    index: place + 1, count: moments.count, mean: moments.mean,
                    halfWidth: moments.halfWidth(decimals: decimals, least: rule.intervalLeast))
            }
        }
        self.hours = groups(hours)
        hoursByKind = byKind.mapValues(groups)
        self.weekdays = groups(weekdays)
        self.months = groups(months)
        hourCount = values.count
        self.dayCount = dayCount
    }
}
