import Monitoring
import Registry
import Standards

extension StationsPage {
    /// The stations on a day.
    init(_ date: CivilDate, in context: PageContext) throws {
        let sheet = try AirDaySheet(date, in: context)
        let days = DayLinks(date, in: context) { SiteURL.stations($0) }
        self.init(
            frame: PageFrame("空气站", in: context, at: .stations, state: PageFrame.unreviewed),
            dayText: days.text, dayISO: date.description, dayAction: SiteURL.stations().path,
            previousDay: days.previous,
            calendarHref: SiteURL.airCalendar(date.year).path, nextDay: days.next,
            state: DataState(air: sheet, in: context),
            rows: try sheet.stations.map { try Self.row(of: $0, on: sheet, in: context) },
            omittedText: sheet.omittedCount > 0
                ? "另有 \(sheet.omittedCount) 个导入的站点当日有数据，未列出；可在地址中直接写站点代码查看" : nil,
            emptyReason: "还没有空气站。用 qingheng import air 文件 导入小时数据，或登记站点并接入数采设备后显示。")
    }

    private static func row(
        of station: RegisteredObject, on sheet: AirDaySheet, in context: PageContext
    ) throws -> Row {
        let index = try AirDayStore.indices(
            of: .station(station.id), from: sheet.date, to: sheet.date, in: context.connection
        ).first
        let level = index?.level.flatMap(sheet.rule.level)
        let sums = sheet.day(of: station.id)?.completeness(dueHours: sheet.dueHours)
        let expected = sums?.expected ?? 0
        let waiting = (1...24).count { sheet.mark(of: station, hour: $0) == .query }
        return Row(
            name: station.name, href: SiteURL.station(station.id, on: sheet.date).path, code: station.id,
            town: station.text("town"), level: station.text("managementLevel"), aqi: index?.aqi.map(String.init) ?? "—",
            explainHref: (sums?.valid ?? 0) > 0 && index != nil
                ? SiteURL.explanation(ofDay: sheet.date, of: .station(station.id)).path : nil,
            levelClass: level.map { "l\($0.rank)" }, levelName: level?.name ?? "—",
            captureRate: Rational.percentage(sums?.received ?? 0, of: expected) ?? "—",
            validRate: Rational.percentage(sums?.valid ?? 0, of: expected) ?? "—",
            reviewText: waiting > 0 ? "待核 \(waiting) 时" : "—")
    }
}
