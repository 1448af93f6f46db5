import Catalog
import Standards

/// Computes the evaluation of a day without what an approved event took out; pure.
struct AirDeduction {
    /// Why an item is out.
    struct Cause {
        /// The record of the decision.
        let sequence: Int64
        /// The id of the rule: `dust`.
        let event: String
    }

    /// A value of the evaluation.
    struct Value {
        let item: AirItem
        let value: Rational?
        let used: Int
        let received: Int
        let expected: Int
        let isValid: Bool
        let rule: String
        let word: String
        let event: String
        let sequence: Int64
    }

    /// A place's day.
    struct Evaluation {
        /// Of the items that are out, wholly or in part.
        let values: [Value]
        /// Of the items that are left.
        let aqi: Int?
        let level: Int?
        let countsGoodDays: Bool
    }

    let day: CivilDate
    let rules: [AirExceptionRule]
    let catalog: RuleCatalog

    /// A station's day: the items that are out have no value.
    ///
    /// - Parameters:
    ///   - out: the items, and why.
    ///   - notMonitored: the items that are not monitored by plan.
    func station(
        _ measured: [AirDayValue], out: [AirItem: Cause], notMonitored: Set<AirItem>
    ) throws -> Evaluation {
        let values = measured.compactMap { value in
            out[value.item].map { nothing(of: value, $0) }
        }
        return try evaluation(measured, values, notMonitored: notMonitored)
    }

    /// The district's day: of an item that is out at some stations the mean of the others, at all of them nothing. Nil where no
    /// evaluated station has anything out.
    func district(
        _ measured: [AirDayValue], points: [(id: String, values: [AirDayValue])], out: [String: [AirItem: Cause]]
    ) throws -> Evaluation? {
        let statistics = try catalog.rule(.airStatistics, on: day)
        let values = measured.compactMap { value -> Value? in
            let causes = points.compactMap { out[$0.id]?[value.item] }
            guard let cause = causes.max(by: { $0.sequence < $1.sequence }) else { return nil }
            let left = points.filter { out[$0.id]?[value.item] == nil }
            if left.isEmpty { return nothing(of: value, cause) }
            let rest = left.map { point in point.values.first { $0.item == value.item } }
            let mean = statistics.areaMean(ofPoints: rest.map { $0.flatMap { $0.isValid ? $0.value : nil } })
            return Value(
                item: value.item, value: mean.mean, used: mean.validCount,
                received: rest.count { ($0?.received ?? 0) > 0 }, expected: mean.expectedCount, isValid: mean.isValid,
                rule: value.rule, word: word(of: cause), event: cause.event, sequence: cause.sequence)
        }
        return values.isEmpty ? nil : try evaluation(measured, values, notMonitored: [])
    }

    private func nothing(of value: AirDayValue, _ cause: Cause) -> Value {
        Value(
            item: value.item, value: nil, used: 0, received: value.received, expected: value.expected, isValid: false,
            rule: value.rule, word: word(of: cause), event: cause.event, sequence: cause.sequence)
    }

    private func word(of cause: Cause) -> String { rules.first { $0.id == cause.event }?.word ?? "剔除" }

    /// What is out wholly does not count against the day's AQI, as what is not monitored by plan (national practice).
    private func evaluation(
        _ measured: [AirDayValue], _ values: [Value], notMonitored: Set<AirItem>
    ) throws -> Evaluation {
        let statistics = try catalog.rule(.airStatistics, on: day)
        var items: [AirItem: AirDayValues.Item] = [:]
        for value in measured {
            items[value.item] = AirDayValues.Item(
                value: value.value, used: value.used, received: value.received, expected: value.expected,
                isValid: value.isValid)
        }
        for value in values {
            items[value.item] = AirDayValues.Item(
                value: value.value, used: value.used, received: value.received, expected: value.expected,
                isValid: value.isValid)
        }
        let gone = Set(values.filter { $0.value == nil }.map(\.item))
        let rounded = try AirDayValues(
            items: items, notMonitored: notMonitored.union(gone), by: statistics
        ).rounded()
        let result = try catalog.rule(.airIndex, on: day).daily(rounded)
        return Evaluation(
            values: values, aqi: result.aqi, level: result.level,
            countsGoodDays: rules.contains { rule in
                rule.countsGoodDays && values.contains { $0.event == rule.id }
            })
    }
}
