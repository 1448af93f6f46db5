import Foundation
package import Standards

/// The made-up district's cases of the last years, as a bureau would bring in what it kept elsewhere: one JSON object a line, as
/// `qingheng import matters` takes it. What lies ahead of today has not happened, so that the youngest cases are still running.
package struct DemoMatters: Sendable {
    private let plan: DistrictPlan
    private let today: CivilDate
    private let noise: SeededNoise

    /// This year and so many before it.
    private static let years = 6
    /// Cases begin so many days apart.
    private static let interval = 12
    private static let channel = 7_000
    /// The first day on which every procedure of the mixture is in the catalog: older cases are brought in as of it, with
    /// their own days behind them.
    private static let firstDay = CivilDate(year: 2023, month: 7, day: 1) ?? .first

    package init(plan: DistrictPlan, today: CivilDate) {
        self.plan = plan
        self.today = today
        noise = SeededNoise(seed: plan.seed)
    }

    /// The lines of the file.
    package var text: String {
        get throws {
            var lines: [String] = []
            var day = today.adding(years: 1 - Self.years).firstOfYear.adding(days: 4)
            var index = 0
            while day <= today {
                if let line = try line(index, from: day) { lines.append(line) }
                index += 1
                day = day.adding(days: Self.interval)
            }
            return lines.joined(separator: "\n")
        }
    }

    /// One case: its course up to today; nil where it has not begun.
    private func line(_ index: Int, from start: CivilDate) throws -> String? {
        // Every fourth is a penalty at least, the longest of the courses, so that some case runs on every day.
        let kinds = index.isMultiple(of: 4) ? DemoCourse.penaltyCount : DemoCourse.all.count
        let course = DemoCourse.all[noise.pick(Self.channel, index, of: kinds)]
        let steps = course.steps.map { (step: $0, day: Self.workday(start.adding(days: $0.after))) }
        let done = steps.prefix { $0.day <= today }
        guard let last = done.last else { return nil }
        let party = party(index)
        var facts: [String: String] = [:]
        if done.contains(where: { $0.step.decides }) {
            facts = course.isOnTheSpot ? Self.onTheSpot : penalty(index)
        }
        let clocks = done.flatMap { entry in
            entry.step.starts.filter { clock in !done.contains { $0.step.stops.contains(clock) } }
                .map { ["clock": $0, "from": entry.day.description] }
        }
        let object: [String: Any] = [
            "procedure": course.procedure, "title": "\(party["name"] ?? "")\(course.subject)",
            "opened": max(last.day, Self.firstDay).description, "state": last.step.state, "reason": "演示：上线前的办件移入",
            "papers": ["演示案卷"], "facts": facts, "clocks": clocks, "parties": [party],
            "past": done.map { ["day": $0.day.description, "step": $0.step.name, "words": $0.step.name] },
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
    }

    /// An invented enterprise: one of the district's, or one that only cases know.
    private func party(_ index: Int) -> [String: String] {
        let pick = noise.pick(Self.channel + 1, index, of: 12)
        if plan.enterprises.indices.contains(pick) {
            let enterprise = plan.enterprises[pick]
            return [
                "kind": "单位", "name": enterprise.name, "code": enterprise.creditCode, "address": enterprise.address,
            ]
        }
        let trades = ["机械厂", "铸造厂", "印刷厂", "汽修厂", "食品厂", "家具厂", "建材厂"]
        return ["kind": "单位", "name": "示范\(pick + 1)号\(trades[pick % trades.count])（演示）"]
    }

    /// What a decision states: mostly a fine, now and then with something beside it.
    private func penalty(_ index: Int) -> [String: String] {
        let fine = String((noise.pick(Self.channel + 2, index, of: 40) + 2) * 5_000)
        switch noise.pick(Self.channel + 3, index, of: 10) {
        case 0: return ["处罚种类": "警告", "罚款数额": "0"]
        case 1: return ["处罚种类": "罚款、没收违法所得", "罚款数额": fine, "没收金额": "3600"]
        case 2: return ["处罚种类": "罚款、责令停产停业", "罚款数额": fine]
        default: return ["处罚种类": "罚款", "罚款数额": fine]
        }
    }

    private static let onTheSpot = ["当事人类型": "单位", "处罚种类": "罚款", "罚款数额": "1000"]

    /// The day itself, or the Monday behind a weekend.
    private static func workday(_ day: CivilDate) -> CivilDate {
        switch day.weekday {
        case 6: day.adding(days: 2)
        case 7: day.adding(days: 1)
        default: day
        }
    }
}
