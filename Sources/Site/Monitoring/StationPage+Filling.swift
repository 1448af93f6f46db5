import Monitoring
import Registry
import Standards

extension StationPage {
    /// Heads of the value columns.
    static var valueColumns: [Column] { AirItem.allCases.map { Column(label: $0.screenName, unit: $0.screenUnit) } }

    /// A day of a station.
    ///
    /// - Parameters:
    ///   - attempt: a review that was refused, put back into the form.
    ///   - recorded: the record of a review whose success is told.
    init(
        _ id: String, on date: CivilDate, attempt: ReviewAttempt? = nil, recorded: Int64? = nil, in context: PageContext
    ) throws {
        let station = try context.object(id, .station, called: "站点")
        let sheet = try StationSheet(station, on: date, in: context)
        let address = SiteURL.station(id)
        let days = DayLinks(date, in: context) { SiteURL.station(id, on: $0) }
        let chart = StationChart(station, on: sheet.air)
        let state = DataState(air: sheet.air, station: station, in: context)
        let refusal = sheet.air.reviewRefusal(of: station)
        let form =
            refusal == nil
            ? try ReviewForm(action: address, date: date, hour: nil, attempt: attempt, in: context) : nil
        let hours = (1...24).map { HourRow($0, of: station, on: sheet.air, attempt: attempt) }
        self.init(
            frame: PageFrame(
                station.name, in: context, at: .stations, state: state.review,
                notice: try ReviewNotice.text(of: recorded, in: context), needsCharts: true),
            name: station.name, identity: try Self.identity(of: station, in: context), dayText: days.text,
            dayISO: date.description, dayAction: address.path, dayHidden: [], previousDay: days.previous,
            nextDay: days.next, state: state, summary: sheet.summary, chart: chart.fragment, columns: Self.valueColumns,
            hours: hours, csvHref: SiteURL.stationCSV(id, on: date).path,
            reviewForm: form, reviewRefusal: refusal)
    }

    /// Why there is no form.
    static func refusal(of station: RegisteredObject) -> String {
        "\(station.text("managementLevel"))站数据由上级审核，本局不作审核；有疑问请作疑问反馈。"
    }

    private static func identity(of station: RegisteredObject, in context: PageContext) throws -> [LabelledText] {
        let devices = try RegistryStore.bindings(in: context.connection).filter { $0.object == station.id }
        var facts = [
            LabelledText(label: "代码", value: station.id, href: SiteURL.record(station.sequence).path),
            LabelledText(label: "级别", value: station.text("managementLevel"), href: nil),
            LabelledText(label: "街镇", value: station.text("town"), href: nil),
            LabelledText(label: "参与评价", value: station.flag("isEvaluated") ? "是" : "否", href: nil),
        ]
        if let device = devices.last {
            facts.append(LabelledText(label: "设备号 MN", value: device.mn, href: SiteURL.devices.path))
        }
        return facts.filter { !$0.value.isEmpty }
    }
}
