import Hummingbird
import Monitoring

/// Pages that look at longer stretches: the calendar of a year.
struct AnalysisRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.airCalendar) { request, context in
            let place = Self.place(request)
            let year = try Self.year(context)
            return try await shell.page(.airCalendar) { try AirCalendarPage(place, year, in: $0) }
        }
        router.get(.airCalendarCSV) { request, context in
            let place = Self.place(request)
            let year = try Self.year(context)
            let bytes = try await shell.read { try AirYear(place, year, in: $0).csv }
            return FileResponse.csv(bytes, name: "aqi-\(place.id)-\(year)")
        }
    }

    private static func place(_ request: Request) -> AirPlace {
        AirPlace(id: RequestQuery(request).text("place") ?? AirPlace.districtID)
    }

    private static func year(_ context: SiteContext) throws -> Int {
        let text = try context.segment("year")
        guard let year = Int(text), (2000...2100).contains(year) else {
            throw SiteError(.badParameter, subject: "年份", detail: text)
        }
        return year
    }
}
