import Catalog
import Judging
import Monitoring
import Records
import Registry
import Standards

extension ExplanationPage {
    /// How IAQI and AQI are computed, without numbers.
    static let airMethod =
        "IAQI = (上界IAQI−下界IAQI)÷(上界浓度−下界浓度)×(浓度−下界浓度)+下界IAQI，算得的精确值进一取整；AQI 取各项 IAQI 的最大值"

    /// The AQI of an hour of a station.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is no such station or no value of the hour.
    init(hour place: HourPlace, in context: PageContext) throws {
        let sheet = try HourSheet(place, in: context)
        let title = "\(place.date.chinese) \(place.hour)时"
        let day = SiteURL.station(place.station, on: place.date)
        let state = DataState(air: sheet.air, station: sheet.station, in: context)
        self.init(
            frame: PageFrame(
                "AQI 怎样算出", in: context, at: .stations,
                path: [
                    Breadcrumb(label: sheet.station.name, href: day.path),
                    Breadcrumb(label: title, href: place.address.path),
                ], state: state.review), card: try ExplanationCard(hour: sheet, in: context),
            past: PastNote(
                in: context, "值", present: .explanation(ofHour: place.hour, of: place.station, on: place.date)))
    }

    /// The AQI of a day of a station or of the district.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is no such station or nothing is stored for the day.
    init(day date: CivilDate, of place: AirPlace, in context: PageContext) throws {
        var path: [Breadcrumb] = []
        if case .station(let id) = place {
            let station = try context.object(id, .station, called: "站点")
            path.append(Breadcrumb(label: station.name, href: SiteURL.station(id, on: date).path))
        }
        let card = try ExplanationCard(day: date, of: place, in: context)
        self.init(
            frame: PageFrame("日 AQI 怎样算出", in: context, at: .stations, path: path, state: card.state.review),
            card: card,
            past: PastNote(in: context, "值", present: .explanation(ofDay: date, of: place)))
    }
}

extension ExplanationCard {
    /// The card of an hour.
    init(hour sheet: HourSheet, in context: PageContext) throws {
        let hour = sheet.hour
        let explained = AirIndexExplanation(
            hour.values, over: .hour, by: hour.rule,
            header: try context.catalog.header(.airIndex, on: sheet.place.date), origins: Self.gaps(of: hour))
        let explanation = explained.explanation
        var evidence: [String: SiteURL] = [:]
        for (item, input) in zip(AirItem.allCases, explanation.inputs) {
            evidence[input.label] = hour.readings[item].map { SiteURL.evidence($0.origin.evidence).asOf(context.asOf) }
        }
        self.init(
            explanation,
            about:
                "\(sheet.station.name) \(sheet.place.date.chinese) \(sheet.place.hour)时（\(HourText.span(sheet.place.hour))）",
            tone: explained.result.level.map { "l\($0)" }, method: ExplanationPage.airMethod, evidence: evidence,
            state: DataState(air: sheet.air, station: sheet.station, in: context),
            links: [TextLink(label: "时段详情与审核", href: sheet.place.address.path)])
    }

    /// Why an item has no value, in the words of the hour's table.
    private static func gaps(of hour: AirStationHour) -> [AirItem: String] {
        var gaps: [AirItem: String] = [:]
        for item in AirItem.allCases where hour.values[item] == .missing {
            guard let reading = hour.readings[item] else {
                gaps[item] = "无报文"
                continue
            }
            let meaning = ReadingFlag.meaning(reading.flag)
            gaps[item] = reading.value.map { "收到 \($0.screenText)，标记为\(meaning)，不参加统计" } ?? meaning
        }
        return gaps
    }

    /// The card of a day.
    init(day date: CivilDate, of place: AirPlace, in context: PageContext) throws {
        let day = try AirAssessedDay(place, on: date, catalog: context.catalog, in: context.connection)
        let name = try Self.name(of: place, in: context)
        guard let day else { throw SiteError(.unknownObject, subject: "日 AQI", detail: "\(name) \(date.chinese)没有数据") }
        let explained = AirIndexExplanation(
            day.values, over: .day, by: day.rule, header: try context.catalog.header(.airIndex, on: date),
            origins: day.items.compactMapValues { Self.origin(of: $0) })
        let explanation = explained.explanation
        var evidence: [String: SiteURL] = [:]
        for (item, input) in zip(AirItem.allCases, explanation.inputs) where day.items[item] != nil {
            evidence[input.label] = SiteURL.evidence(
                InputID("air-day", [place.id, item.rawValue, date.description])
            ).asOf(context.asOf)
        }
        let sheet: AirDaySheet
        var station: RegisteredObject?
        if case .station(let id) = place {
            let object = try context.object(id, .station, called: "站点")
            sheet = try StationSheet.sheet(of: object, on: date, in: context)
            station = object
        } else {
            sheet = try AirDaySheet(date, in: context)
        }
        self.init(
            explanation, about: "\(name) \(date.chinese)", tone: explained.result.level.map { "l\($0)" },
            method: ExplanationPage.airMethod, evidence: evidence,
            state: DataState(air: sheet, station: station, in: context),
            links: Self.links(of: place, on: date, in: context))
    }

    private static func name(of place: AirPlace, in context: PageContext) throws -> String {
        guard case .station(let id) = place else { return "全区" }
        return try context.object(id, .station, called: "站点").name
    }

    private static func links(of place: AirPlace, on date: CivilDate, in context: PageContext) -> [TextLink] {
        let trace = TextLink(
            label: "溯源",
            href: SiteURL.evidence(InputID("air-aqi", [place.id, date.description])).asOf(context.asOf).path)
        guard case .station(let id) = place else {
            return [TextLink(label: "当日各站", href: SiteURL.stations(date).path), trace]
        }
        return [TextLink(label: "当日逐时数据", href: SiteURL.station(id, on: date).path), trace]
    }

    /// How a daily value came about, or why it is none: `有效 24/24 小时，平均 ≈ 42.3542，经修约`.
    private static func origin(of value: AirDayValue) -> String? {
        let counts = "有效 \(value.used)/\(value.expected)"
        guard let exact = value.value else { return "无数据" }
        guard value.isValid else { return "\(counts)，数据不足，不参与评价" }
        return switch (value.place, value.item) {
        case (.district, _): "\(counts) 个站点，平均 \(exact.shortText)，经修约"
        case (.station, .o3): "\(counts) 个滑动 8 小时平均，最大 \(exact.shortText)，经修约"
        case (.station, _): "\(counts) 小时，平均 \(exact.shortText)，经修约"
        }
    }
}
