import Catalog
import Documents
import Monitoring
import Registry
import Standards

/// 趋势: the slope of deseasonalised monthly means with its interval.
struct TrendSheet {
    private static let days = 1_826

    static func sheet(_ query: AnalysisQuery, in context: PageContext) throws -> (AnalysisSheet, [(String, String?)]) {
        guard let place = try AnalysisStation(query, days: days, in: context) else {
            return (AnalysisSheet(sub: "没有登记空气站。登记站点并有两年以上的日评价值后，这里给出趋势。"), [])
        }
        let daily = try AnalysisDayStore.values(
            of: .station(place.station.id), place.item, from: place.from, to: place.to, in: context.connection)
        let months = MonthlyMean.months(daily, rule: place.rule)
        let trend = SenTrend(months, rule: place.rule)
        var sheet = AnalysisSheet(sub: place.sub, fields: place.fields)
        sheet.state = try DataState(airUntil: place.to, in: context)
        sheet.facts = facts(trend, months, place) + [place.ruleFact]
        sheet.parts = [part(trend, months, place)]
        return (sheet, place.query)
    }

    private static func facts(
        _ trend: SenTrend?, _ months: [MonthlyMean], _ place: AnalysisStation
    ) -> [LabelledText] {
        let valid = LabelledText(
            label: "有效月份", value: "\(months.count { $0.mean != nil })/\(months.count)", href: nil)
        guard let trend else { return [valid] }
        let decimals = AnalysisStation.decimals(of: place.item) + 1
        let unit = "\(place.item.screenUnit)·年⁻¹"
        let interval = trend.interval.map {
            "\($0.lowerBound.text(decimals: decimals)) 至 \($0.upperBound.text(decimals: decimals)) \(unit)"
        }
        let direction = trend.slope.isNegative ? "下降" : "上升"
        return [
            LabelledText(label: "趋势", value: "\(trend.slope.text(decimals: decimals)) \(unit)", href: nil),
            LabelledText(label: "95% 区间", value: interval ?? "月份太少，不给区间", href: nil),
            LabelledText(label: "结论", value: trend.isSignificant ? "显著\(direction)" : "没有显著趋势", href: nil), valid,
        ]
    }

    private static func part(
        _ trend: SenTrend?, _ months: [MonthlyMean], _ place: AnalysisStation
    ) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "trend", title: "月均值与趋势")
        let valid = months.count { $0.mean != nil }
        guard let first = months.first?.month, let last = months.last?.month, valid > 0 else {
            part.emptyReason = "这段时间没有有效的月均值（每月至少 \(place.rule.monthDays) 个日均值，二月 \(place.rule.februaryDays) 个），不绘图。"
            return part
        }
        let decimals = AnalysisStation.decimals(of: place.item)
        let unit = place.item.screenUnit
        let count = (last.year - first.year) * 12 + last.month - first.month + 1
        let byMonth = Dictionary(months.map { ($0.month, $0) }) { $1 }
        let deseasonalised = Dictionary((trend?.months ?? []).map { ($0.month, $0.deseasonalised) }) { $1 }
        let zero = trend?.months.first?.month
        let rows = (0..<count).map { step -> (label: String, texts: [String]) in
            let month = first.adding(months: step)
            let line = trend.flatMap { trend in
                zero.map { zero in
                    let place = (month.year - zero.year) * 12 + month.month - zero.month
                    return trend.start + ((try? trend.slope * Rational(place) / 12) ?? 0)
                }
            }
            let values = [byMonth[month]?.mean, deseasonalised[month], line]
            return (
                month.monthText,
                values.map { $0?.text(decimals: decimals) ?? "—" } + [String(byMonth[month]?.days ?? 0)]
            )
        }
        let column = { (place: Int) in rows.map { ChartValue($0.texts[place]) } }
        var series = [ChartSeries("月均", column(0))]
        if trend != nil { series += [ChartSeries("去季节", column(1)), ChartSeries("趋势线", column(2))] }
        part.drawing = Chart(
            .line, title: part.title, unit: unit, labels: rows.map(\.label), series: series, width: 1_200, height: 260
        ).drawing()
        part.caption = "断开处为无效月份；单位 \(unit)"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["月份", "月均（\(unit)）", "去季节", "趋势线", "日均值个数"],
            rows: rows.map { AnalysisPage.Row(label: $0.label, href: nil, cells: $0.texts) })
        part.notes = [
            trend == nil
                ? "有效月份 \(valid) 个，不足 \(place.rule.trendMonths) 个，或没有任一月份出现过两年，不给趋势。"
                : "方法：泰尔—森（Theil–Sen）斜率，即所有月份两两斜率的中位数，区间按 Sen（1968）。先以同月之间斜率的中位数去掉趋势，各月对该线的平均偏差为季节项，月均减去季节项后再求斜率。",
            "区间把各月当作互相独立；相邻月份相似时区间偏窄。", "一月与十二月不相接成“一个冬季”：秋冬季应按 10 月至次年 3 月另行比较。",
        ]
        if place.item == .o3 { part.notes.append("O₃ 为日最大 8 小时平均的月均值，不是评价用的第 90 百分位数。") }
        return part
    }
}
