import Monitoring
import Registry
import Standards

/// What stands behind an hour's values: its minutes, and what contractors did and checked around it.
enum HourRecords {
    /// A check of zero or span speaks of the hours since the one before it, mostly a day.
    private static let aroundSeconds = 86_400

    /// The shorter periods within the hour, the shortest kind that came; nil where none did.
    static func minutes(_ sheet: HourSheet, in context: PageContext) throws -> TablePage.Table? {
        let lengths = try ReadingStore.lengths(of: sheet.station.id, in: context.connection)
            .filter { $0 > 0 && $0 < 3_600 }
        let start = sheet.place.start
        for length in lengths {
            let readings = ReadingStore.current(
                try ReadingStore.readings(
                    from: start, to: start.adding(seconds: 3_600), seconds: length, object: sheet.station.id,
                    in: context.connection))
            let rows = Dictionary(grouping: readings, by: \.start)
            guard !rows.isEmpty else { continue }
            let items = AirItem.allCases.filter { item in readings.contains { $0.series.item == item.rawValue } }
            return TablePage.Table(
                "minutes", "\(length / 60) 分钟数据", note: "\(rows.count) 个时段，按始时标记",
                heads: ["时段"] + items.map { .number("\($0.screenName) \($0.screenUnit)") },
                rows: rows.keys.sorted().map { moment in
                    [.text(String(moment.shortMinuteText.suffix(5)))]
                        + items.map { item in
                            cell(rows[moment]?.first { $0.series.item == item.rawValue })
                        }
                }, empty: "")
        }
        return nil
    }

    private static func cell(_ reading: Reading?) -> TablePage.Cell {
        guard let reading else { return .number("缺") }
        let value = reading.value?.screenText ?? "无值"
        let href = SiteURL.evidence(reading.origin.evidence)
        return reading.isValid
            ? .number(value, href: href) : .number("\(value)（\(ReadingFlag.meaning(reading.flag))）", href: href)
    }

    /// Records that touch the hour or a day around it.
    static func service(_ sheet: HourSheet, in context: PageContext) throws -> TablePage.Table {
        let start = sheet.place.start
        let hour = Period(start: start, seconds: 3_600)
        let records = try ServiceStore.records(
            of: [sheet.station.id], from: start.adding(seconds: -aroundSeconds),
            to: hour.end.adding(seconds: aroundSeconds), in: context.connection
        ).filter { $0.withdrawn == nil }
        return TablePage.Table(
            "service", "运维与质控记录", note: "本小时前后各一天；因故障、维护、校准剔除须引用编号",
            heads: ["编号", "起止", "工作", "项目", "质控结果与说明", "本小时"],
            rows: records.map { record in
                [
                    .text(
                        record.number,
                        href: SiteURL.reviewService(record.span.start.beijingDate, station: sheet.station.id)),
                    .text(record.spanText), .text(record.work.title), .text(record.itemNames),
                    .text(record.findingText), .text(record.touches(hour) ? "在内" : "—"),
                ]
            }, empty: "没有登记这前后的运维、校准或质控记录")
    }
}
