import Documents
import Monitoring
import Registry
import Standards

/// 获取率与缺数原因: of all stations by item, or of one station by item and by day.
enum CompletenessPage {
    static func page(_ station: String?, _ month: CivilDate?, in context: PageContext) throws -> TablePage {
        let month = (month ?? context.yesterday).firstOfMonth
        let all = try RegistryStore.objects(.station, in: context.connection)
        let chosen = try station.map { try context.object($0, .station, called: "站点") }
        let shown = chosen.map { [$0] } ?? Array(all.prefix(AirDaySheet.greatestStations))
        let months = try load(shown, month, in: context)
        let omitted = chosen == nil ? all.count - shown.count : 0
        var tables: [TablePage.Table] = []
        if let chosen, let found = months.first {
            tables = [byItem(found, chosen), byDay(found, chosen)]
        } else {
            tables = [byStation(months, all, month)]
        }
        return TablePage(
            frame: PageFrame("获取率与缺数原因", in: context, at: .reviewCompleteness),
            title: "获取率与缺数原因",
            subtitle: "\(month.monthText)　\(chosen?.name ?? "各站")"
                + (omitted > 0 ? "　另有 \(omitted) 个站未列出，请选择站点" : ""),
            action: SiteURL(.reviewCompleteness).path,
            choices: [
                .month("month", "月份", month.monthText),
                .options(
                    "station", "站点",
                    [ReviewForm.Choice(value: "", label: "各站", isChosen: chosen == nil)]
                        + all.map { ReviewForm.Choice(value: $0.id, label: $0.name, isChosen: $0.id == chosen?.id) }),
            ], links: [TextLink(label: "运维与质控", href: SiteURL(.reviewService).path)],
            csvHref: SiteURL(
                .reviewCompletenessCSV, query: [("month", month.monthText), ("station", chosen?.id)]
            ).path,
            error: nil, tables: tables, forms: [], formRefusal: nil,
            hint: "应有数为已过小时数乘监测项目数，按计划不监测的不计。获取率为收到数值的比例，有效率为参加统计的实测值的比例。"
                + "“平台原因”为本局平台停运或所有设备同时无数据的小时；有运维/校准记录的缺数计为维护校准。")
    }

    /// The days of a month that are over, of each station that has any.
    static func load(
        _ stations: [RegisteredObject], _ month: CivilDate, in context: PageContext
    ) throws -> [CompletenessMonth] {
        let last = min(month.lastOfMonth, context.yesterday)
        guard month <= last else { return [] }
        let ours = try PlatformHours.ours(on: month...last, in: context.connection)
        return try CompletenessMonth.months(of: stations, month...last, ours: ours, in: context.connection)
    }

    /// One row a station, day and item: the same as a file.
    static func csv(_ station: String?, _ month: CivilDate?, in context: PageContext) throws -> [UInt8] {
        let month = (month ?? context.yesterday).firstOfMonth
        let all = try RegistryStore.objects(.station, in: context.connection)
            .filter { station == nil || $0.id == station }
        var writer = CSVWriter()
        let causes = ReviewGaps.Cause.allCases
        writer.row(
            ["station", "name", "date", "item", "expected", "received", "valid"]
                + causes.map { ReviewGapWords.name($0) })
        for (station, found) in zip(all, try load(all, month, in: context)) {
            for date in found.days {
                for item in AirItem.allCases {
                    let tally = found.tally(item, on: date)
                    writer.row(
                        [
                            station.id, station.name, date.description, item.rawValue, String(tally.expected),
                            String(tally.received), String(tally.valid),
                        ] + causes.map { String(tally.causes[$0] ?? 0) })
                }
            }
        }
        return writer.take()
    }

    private static let heads: [TablePage.Head] =
        [.number("应有"), .number("收到"), .number("有效"), .number("获取率"), .number("有效率")]
        + ReviewGaps.Cause.allCases.map { .number(ReviewGapWords.name($0)) }

    private static func cells(_ tally: AirTally) -> [TablePage.Cell] {
        [
            .number(String(tally.expected)), .number(String(tally.received)), .number(String(tally.valid)),
            .number(Rational.percentage(tally.received, of: tally.expected) ?? "—"),
            .number(Rational.percentage(tally.valid, of: tally.expected) ?? "—"),
        ] + ReviewGaps.Cause.allCases.map { .number(String(tally.causes[$0] ?? 0)) }
    }

    private static func byStation(
        _ months: [CompletenessMonth], _ all: [RegisteredObject], _ month: CivilDate
    ) -> TablePage.Table {
        let names = Dictionary(all.map { ($0.id, $0.name) }) { first, _ in first }
        return TablePage.Table(
            "stations", "各站", note: "点站名看逐项逐日", heads: ["站点"] + heads,
            rows: months.map { found in
                [
                    .text(
                        names[found.station] ?? found.station,
                        href: SiteURL.reviewCompleteness(month, station: found.station))
                ] + cells(found.total)
            }, empty: "没有登记空气站，或这个月还没有过完的日子")
    }

    private static func byItem(_ found: CompletenessMonth, _ station: RegisteredObject) -> TablePage.Table {
        TablePage.Table(
            "items", "逐项", note: station.name, heads: ["项目"] + heads,
            rows: AirItem.allCases.map { [.text($0.screenName)] + cells(found.tally($0)) }
                + [[.text("合计")] + cells(found.total)], empty: "")
    }

    private static func byDay(_ found: CompletenessMonth, _ station: RegisteredObject) -> TablePage.Table {
        TablePage.Table(
            "days", "逐日", note: station.name, heads: ["日期"] + heads,
            rows: found.days.map { date in
                [.text(date.shortText, href: SiteURL.reviewMatrix(on: date, station: station.id))]
                    + cells(found.tally(on: date))
            }, empty: "")
    }
}
