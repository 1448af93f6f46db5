import Monitoring
import Registry
import Standards

/// How good the alerts of a month were, counted.
package struct AlertStatisticsPage: Sendable {
    package let frame: PageFrame
    package let action: String
    package let monthISO: String
    package let monthText: String
    package let heads: [String]
    package let rows: [Row]
    package let misses: [Miss]
    package let notes: [String]

    /// A kind, or all of them.
    package struct Row: Sendable {
        package let label: String
        package let cells: [String]
    }

    /// Something real of which no alert told.
    package struct Miss: Sendable {
        package let date: String
        package let kind: String
        package let object: String
        package let note: String
        package let sequence: String
        package let href: String
    }
}

extension AlertStatisticsPage {
    init(_ month: CivilDate, in context: PageContext) throws {
        let period = Period.month(of: month)
        let alerts = try AlertStore.alerts(raisedFrom: period.start, to: period.end, in: context.connection)
        let misses = try AlertStore.misses(in: month, in: context.connection)
        let words = try AlertWords(in: context)
        let now = context.now.secondsSince1970 * 1_000
        func row(_ label: String, _ kind: AlertKind?) -> Row {
            let statistics = AlertStatistics(
                alerts.filter { kind == nil || $0.kind == kind },
                misses: misses.count { kind == nil || $0.kind == kind }, at: now)
            return Row(label: label, cells: Self.cells(statistics))
        }
        self.init(
            frame: PageFrame(
                "预警统计", in: context, at: .alerts), action: SiteURL.alertStatistics(nil).path, monthISO: month.monthText,
            monthText: month.chineseMonth,
            heads: [
                "类别", "派人", "属实", "误报", "无法判断", "未办结", "准确率", "抑制", "抽查", "抽查属实", "误抑制率", "登记漏报", "漏报率", "超期",
            ], rows: [row("全部", nil)] + AlertKind.allCases.map { row(AlertWords.name($0), $0) },
            misses: misses.map {
                Miss(
                    date: $0.date.shortText, kind: AlertWords.name($0.kind), object: words.object($0.object),
                    note: $0.note, sequence: String($0.sequence), href: SiteURL.record($0.sequence).path)
            },
            notes: [
                "准确率 = 属实 ÷（属实 + 误报），无法判断和未办结的都不算。方括号内为 95% 区间（Wilson）。",
                "误抑制率 = 被抑制后抽中、经人看属实的 ÷ 抽中且有结论的。抽查由预警编号的散列决定，不用随机数，任何人可以重算。",
                "漏报率 =（登记漏报 + 抽查属实 + 误抑制率 × 没有结论的被抑制预警）÷（前者 + 派人属实）；抽查还没有结论时不估计，写“—”。区间只含抽查的误差，不含没有登记的漏报。",
                "按预警记入台账的月份统计，结论随办结变化。",
            ])
    }

    private static func cells(_ one: AlertStatistics) -> [String] {
        let precision = one.precision.map { text($0.share, $0.lower, $0.upper) } ?? "—"
        let wrong = one.wrongSuppression.map { text($0.share, $0.lower, $0.upper) } ?? "—"
        let missed = one.missRate.map { text($0.share, $0.lower, $0.upper) } ?? "—"
        return [
            String(one.shown), String(one.real), String(one.mistaken), String(one.undecided), String(one.open),
            precision,
            String(one.suppressed), String(one.sampled), String(one.sampledReal), wrong, String(one.reportedMisses),
            missed, String(one.overdue),
        ]
    }

    private static func text(_ share: Rational, _ lower: Rational, _ upper: Rational) -> String {
        "\(share.percentText) [\(lower.percentText), \(upper.percentText)]"
    }
}
