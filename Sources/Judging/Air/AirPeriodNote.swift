import Catalog
import Standards

/// What a reader must know beside the figures of a period, in Chinese.
struct AirPeriodNote {
    private var sentences: [String] = []
    private let period: AirPeriod

    init(
        _ figures: AirPeriodFigures, _ station: AirPeriodStation, _ series: AirPeriodFigures.Series,
        _ options: AirPeriodOptions
    ) {
        period = figures.period
        var short: [(items: [String], days: String)] = []
        for item in AirItem.allCases {
            guard let days = Self.shortage(figures.statistics[item], in: period) else { continue }
            if let place = short.firstIndex(where: { $0.days == days }) {
                short[place].items.append(item.displayName)
            } else {
                short.append(([item.displayName], days))
            }
        }
        let judged = options.printsIncomplete ? "仅供参考，不评价" : "不评价"
        sentences += short.map { "\($0.items.joined(separator: "、")) \($0.days)，\(judged)" }
        let missing = figures.composite.missingItems
        if !missing.isEmpty {
            sentences.append("缺 \(missing.items.map(\.displayName).joined(separator: "、"))，不计算综合指数")
        }
        if figures.indexIDs.count > 1 {
            sentences.append("期内标准更替：日 AQI 按当日版本，期间评价按期末施行的 \(figures.rules.limits.id)")
        }
        if series == .excluded {
            let counts = station.exclusions(in: period).sorted { $0.key < $1.key }
            let days = counts.map { "\($0.key.displayName) \($0.value) 天" }.joined(separator: "、")
            let stays = figures.rules.statistics.evaluation.countsExcludedDays
            sentences.append("剔除例外事件影响：\(days)；\(stays ? "优良天数按实况统计" : "优良天数按剔除后统计")")
        }
    }

    /// `有效 20/31 天，不足规定天数`; nil for an item with enough days.
    private static func shortage(_ found: AirItemStatistics?, in period: AirPeriod) -> String? {
        guard let found, !found.isValid else { return nil }
        let months = found.shortMonths.map(\.monthText).joined(separator: "、")
        let place = months.isEmpty || period.kind == .month ? "" : "\(months) "
        return "有效 \(found.mean.validCount)/\(found.mean.expectedCount) 天，\(place)不足规定天数"
    }

    /// The sentences, joined by `;`.
    var text: String { sentences.joined(separator: ";") }

    mutating func add(_ sentence: String) { sentences.append(sentence) }

    /// Says so when concentrations of both periods are not stated at the same temperature.
    mutating func add(referenceStates before: AirPeriod, _ catalog: RuleCatalog) throws {
        guard let early = try? catalog.rule(.airReference, on: before.first),
            let late = try? catalog.rule(.airReference, on: period.last), early.gases != late.gases
        else { return }
        sentences.append("两期气体浓度的参比状态不同（\(early.gases.temperature) K 与 \(late.gases.temperature) K），未作换算")
    }

    /// Items above their limits with the multiples: `PM10 0.29,PM2.5 0.31,PM2.5(P95) 0.12`.
    static func exceeding(_ figures: AirPeriodFigures) -> String {
        let percentiles = figures.rules.statistics.evaluation.percentiles
        return figures.attainment.checks.filter(\.exceeds).map { check in
            let isSecond =
                check.statistic == .percentile && figures.rules.composite.parts[check.item]?.statistic == .mean
            let name = check.item.displayName + (isSecond ? "(P\(percentiles[check.item]?.description ?? ""))" : "")
            return "\(name) \(check.multiple?.description ?? "")"
        }.joined(separator: ",")
    }
}
