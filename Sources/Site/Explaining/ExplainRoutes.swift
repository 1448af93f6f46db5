import Hummingbird
import Monitoring
import Standards

/// Cards of judged values: a page each, and with `part=card` the card alone, to be shown over another page.
struct ExplainRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.explainAirHour) { request, context in
            let place = try HourPlace(context)
            return try await shell.page(Self.template(request), asOf: try RequestQuery(request).asOf) {
                try ExplanationPage(hour: place, in: $0)
            }
        }
        router.get(.explainAirDay) { request, context in
            let place = AirPlace(id: try context.segment("place"))
            let date = try RequestQuery.date(try context.segment("date"), "日期")
            return try await shell.page(Self.template(request), asOf: try RequestQuery(request).asOf) {
                try ExplanationPage(day: date, of: place, in: $0)
            }
        }
        router.get(.explainWaterMonth) { request, context in
            let section = try context.segment("section")
            let text = try context.segment("month")
            guard let month = CivilDate(month: text) else {
                throw SiteError(.badParameter, subject: "月份", detail: text)
            }
            return try await shell.page(Self.template(request), asOf: try RequestQuery(request).asOf) {
                try ExplanationPage(section: section, month: month, in: $0)
            }
        }
        router.get(.explainWaterSample) { request, context in
            let section = try context.segment("section")
            let date = try RequestQuery.date(try context.segment("date"), "日期")
            let start = Instant(beijing: date, hour: try Self.hour(in: context, 0...23))
            return try await shell.page(Self.template(request), asOf: try RequestQuery(request).asOf) {
                try ExplanationPage(section: section, sampleAt: start, in: $0)
            }
        }
        router.get(.explainOutlet) { request, context in
            let outlet = try context.segment("outlet")
            let date = try RequestQuery.date(try context.segment("date"), "日期")
            let hour = try Self.hour(in: context, 1...24)
            let item = try context.segment("item")
            return try await shell.page(Self.template(request), asOf: try RequestQuery(request).asOf) {
                try ExplanationPage(outlet: outlet, on: date, hour: hour, item: item, in: $0)
            }
        }
    }

    /// The card alone where it is asked for, else the page.
    private static func template(_ request: Request) -> PageTemplate {
        RequestQuery(request).text("part") == "card" ? .explanationCard : .explanation
    }

    private static func hour(in context: SiteContext, _ range: ClosedRange<Int>) throws -> Int {
        let text = try context.segment("hour")
        guard let hour = Int(text), range.contains(hour) else {
            throw SiteError(.badParameter, subject: "时段", detail: text)
        }
        return hour
    }
}
