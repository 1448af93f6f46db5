/// Which forecast calls for which alert: daily AQI of the city over a number of hours (重污染天气应急预案 grading).
public struct PollutionAlertRule: Hashable, Sendable {
    /// AQI above a number for at least so many hours on end.
    public struct Condition: Hashable, Sendable {
        /// The AQI that must be exceeded.
        public let above: Int
        /// For how many hours, whole days of 24.
        public let hours: Int

        /// Makes a condition.
        public init(above: Int, hours: Int) {
            self.above = above
            self.hours = hours
        }

        /// The days needed.
        var days: Int { hours / 24 }
    }

    /// A way to reach a level: all conditions within one process.
    public struct Trigger: Hashable, Sendable {
        /// The level.
        public let level: PollutionAlertLevel
        /// The conditions, all of which must be met.
        public let conditions: [Condition]

        /// Makes a trigger.
        public init(level: PollutionAlertLevel, conditions: [Condition]) {
            self.level = level
            self.conditions = conditions
        }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The ways to reach each level.
    public let triggers: [Trigger]

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for a trigger without conditions or hours that are no whole days.
    public init(id: String, title: String, triggers: [Trigger]) throws(StandardsError) {
        for trigger in triggers {
            let isUsable = trigger.conditions.allSatisfy { $0.hours >= 24 && $0.hours.isMultiple(of: 24) }
            guard isUsable, !trigger.conditions.isEmpty else {
                throw StandardsError(.invalidRule, subject: trigger.level.rawValue)
            }
        }
        self.id = id
        self.title = title
        self.triggers = triggers
    }

    /// The alert a forecast calls for; nil for none.
    ///
    /// - Parameter days: daily AQI, each 24 hours, one after the other; nil is a day without a forecast, which ends a
    ///   process.
    public func level(of days: [Int?]) -> PollutionAlertLevel? {
        triggers.filter { isMet($0, by: days) }.map(\.level).max()
    }

    /// Whether some stretch of days above the lowest number of a trigger meets all of its conditions.
    private func isMet(_ trigger: Trigger, by days: [Int?]) -> Bool {
        let lowest = trigger.conditions.map(\.above).min() ?? 0
        let processes = days.split { $0.map { $0 <= lowest } ?? true }
        return processes.contains { process in
            trigger.conditions.allSatisfy { condition in
                process.split { ($0 ?? 0) <= condition.above }.contains { $0.count >= condition.days }
            }
        }
    }
}
