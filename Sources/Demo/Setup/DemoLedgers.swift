package import Standards

/// The made-up district's ledgers of the last years: what a bureau would have entered day by day.
package struct DemoLedgers: Sendable {
    /// An entry to be made.
    package struct Entry: Sendable {
        /// The id of its ledger.
        package let ledger: String
        /// Values by field, as somebody would type them.
        package let values: [String: String]
    }

    private let today: CivilDate
    private let noise: SeededNoise

    /// This year and so many before it, for the annual reports of five years that are over.
    private static let years = 6
    private static let channel = 7_100

    package init(plan: DistrictPlan, today: CivilDate) {
        self.today = today
        noise = SeededNoise(seed: plan.seed)
    }

    /// All entries, the oldest first; none lies ahead of today.
    package var entries: [Entry] {
        var entries: [Entry] = []
        var day = today.adding(years: 1 - Self.years).firstOfYear.adding(days: 8)
        var index = 0
        while day <= today {
            entries.append(entry(index, on: day))
            index += 1
            day = day.adding(days: 4)
        }
        return entries
    }

    private func entry(_ index: Int, on day: CivilDate) -> Entry {
        let date = day.description
        func pick(_ step: Int, _ count: Int) -> Int { noise.pick(Self.channel + step, index, of: count) }
        func choose(_ words: [String]) -> String { words[pick(1, words.count)] }
        switch index % 12 {
        case 0, 6:
            return Entry(
                ledger: "study",
                values: [
                    "day": date, "topic": "法治专题（演示）", "people": "\(8 + pick(2, 9))",
                    "form": choose(["中心组学习", "中心组学习", "党组会研究", "党课", "旁听庭审"]),
                ])
        case 1:
            return Entry(
                ledger: "training",
                values: ["day": date, "topic": "行政执法培训（演示）", "people": "\(20 + pick(2, 60))"])
        case 2, 7:
            return Entry(
                ledger: "publicity",
                values: [
                    "day": date, "topic": "普法活动（演示）", "form": choose(["守法培训", "法律进企业", "新媒体", "现场宣传"]),
                    "firms": "\(5 + pick(2, 30))", "people": "\(10 + pick(3, 90))", "hazards": "\(pick(4, 7))",
                ])
        case 3, 8, 10:
            return Entry(
                ledger: "website",
                values: [
                    "day": date, "title": "公开信息（演示）", "column": choose(["行政处罚和许可", "环境质量", "督察整改", "法规文件"]),
                    "address": "https://example.invalid/\(index)",
                ])
        case 4, 9:
            return Entry(
                ledger: "review",
                values: [
                    "day": date, "title": "审查事项（演示）", "kind": choose(["合同", "文件", "重大决策"]), "opinions": "\(pick(2, 4))",
                ])
        case 5:
            return Entry(
                ledger: "project",
                values: ["day": date, "title": "治理项目（演示）", "field": choose(["大气", "大气", "水", "土壤固废"])])
        default:
            return Entry(
                ledger: "task",
                values: [
                    "day": date, "title": "法治建设任务（演示）", "unit": "法规科",
                    "state": day.days(until: today) > 300 ? "已完成" : choose(["已完成", "推进中"]),
                ])
        }
    }
}
