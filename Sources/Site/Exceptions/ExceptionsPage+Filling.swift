import Monitoring
import Records
import Registry
import Reporting
import Standards
import Storage

extension ExceptionsPage {
    /// The latest days shown.
    private static let days = 366

    init(recorded: Int64? = nil, attempt: ExceptionAttempt? = nil, in context: PageContext) throws {
        let connection = context.connection
        let yesterday = context.today.adding(days: -1)
        let rules = try AirExceptionRule.all(in: context.catalog, on: yesterday)
        let stations = try RegistryStore.objects(.station, in: connection)
        let names = Dictionary(stations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let exceptions = try AirExceptionStore.exceptions(in: connection)
        let may = context.services.visitor.may(ReviewActions.review)
        let notice = recorded.map { "已记入台账第 \($0) 条。实况值照样保留。" }
        self.init(
            frame: PageFrame("例外事件扣除", in: context, at: .exceptions, notice: notice),
            error: attempt?.error, unitText: "µg/m³，CO 为 mg/m³", untilText: yesterday.chinese,
            events: exceptions.map { Self.event($0, rules, names) },
            values: try Self.values(until: yesterday, names, in: context),
            means: try [AirItem.pm10, .pm25].map { try Self.mean($0, on: yesterday, in: context) },
            forms: may
                ? try ExceptionForms(
                    rules: rules, stations: stations, exceptions: exceptions, attempt: attempt, in: context
                ).all : [], formRefusal: may ? nil : "没有审核权限，只能查看。")
    }

    private static func event(
        _ exception: AirException, _ rules: [AirExceptionRule], _ names: [String: String]
    ) -> Event {
        Event(
            appliedText: Instant(milliseconds: exception.appliedMilliseconds).shortMinuteText,
            kind: rules.first { $0.id == exception.kind }?.title ?? exception.kind,
            extent: ExceptionWords.extent(exception.extent, names), reason: exception.reason,
            applicant: exception.applicant,
            decisions: exception.decisions.map { ExceptionWords.decision($0, names) },
            sequence: String(exception.sequence))
    }

    private static func values(
        until day: CivilDate, _ names: [String: String], in context: PageContext
    ) throws -> [Value] {
        let connection = context.connection
        let found = try AirExceptionStore.deductedValues(
            from: day.adding(days: -days), to: day, in: connection)
        return try found.reversed().map { value in
            let measured = try AirDayStore.values(on: value.date, in: connection).first {
                $0.place == value.place && $0.item == value.item
            }
            let index = try AirDayStore.indices(
                of: value.place, from: value.date, to: value.date, in: connection
            ).first
            let out = try AirExceptionStore.deductedIndex(of: value.place, on: value.date, in: connection)
            let id = value.place == .district ? "全区" : names[value.place.id] ?? value.place.id
            let counts = out?.countsGoodDays ?? false
            return Value(
                day: value.date.description, place: id, item: value.item.screenName,
                measured: text(measured?.value, of: value.item),
                measuredHref: SiteURL.evidence(
                    InputID("air-day", [value.place.id, value.item.rawValue, value.date.description])
                ).path, assessed: value.isValid ? text(value.value, of: value.item) : "—", word: value.word,
                aqi: index?.aqi.map(String.init) ?? "—", deductedIndex: out?.aqi.map(String.init) ?? "—",
                goodDays: counts ? "按扣除后计" : "按实况计")
        }
    }

    private static func text(_ value: Rational?, of item: AirItem) -> String {
        value.map { $0.text(decimals: item == .co ? 1 : 0) } ?? "—"
    }

    private static func mean(_ item: AirItem, on day: CivilDate, in context: PageContext) throws -> Mean {
        let arguments = ["place": AirPlace.districtID, "item": item.rawValue]
        let measured = FigureRequest("air.year.measured", on: day, arguments)
        let assessed = FigureRequest("air.year.value", on: day, arguments)
        return Mean(
            item: item.screenName, measured: try context.figure(measured.id, on: day, arguments).screenText,
            measuredHref: SiteURL.figure(measured).path,
            assessed: try context.figure(assessed.id, on: day, arguments).screenText,
            assessedHref: SiteURL.figure(assessed).path)
    }
}
