import Hummingbird
import Monitoring

/// Pages that look at longer stretches: the calendar of a year, and what `AnalysisView` lists.
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
        router.get(.analysis) { _, _ in try await shell.page(.analysis) { AnalysisPage(in: $0) } }
        router.get(.analysisView) { request, context in
            let view = try Self.view(context)
            let query = try AnalysisQuery(request)
            return try await shell.page(.analysis) { page in
                let (sheet, again) = try Self.sheet(view, query, in: page)
                return sheet.page(view, query: again, in: page)
            }
        }
        router.get(.analysisCSV) { request, context in
            let view = try Self.view(context)
            let query = try AnalysisQuery(request)
            let part = RequestQuery(request).text("part")
            let bytes = try await shell.read { try Self.sheet(view, query, in: $0).0.csv(of: part) }
            guard let bytes else { throw SiteError(.unknownObject, subject: "表格", detail: part ?? view.name) }
            return FileResponse.csv(bytes, name: [view.rawValue, part].compactMap { $0 }.joined(separator: "-"))
        }
    }

    /// What a page shows, and the parameters that ask for the same again.
    private static func sheet(
        _ view: AnalysisView, _ query: AnalysisQuery, in context: PageContext
    ) throws -> (AnalysisSheet, [(String, String?)]) {
        switch view {
        case .variation: try TimeVariationSheet.sheet(query, in: context)
        case .wind: try WindSheet.sheet(query, in: context)
        case .polar: try PolarSheet.sheet(query, in: context)
        case .trend: try TrendSheet.sheet(query, in: context)
        case .allowance: try AllowanceSheet.sheet(query, in: context)
        case .river: try RiverSheet.sheet(query, in: context)
        case .noise: try NoiseSheet.sheet(query, in: context)
        }
    }

    private static func view(_ context: SiteContext) throws -> AnalysisView {
        let text = try context.segment("view")
        guard let view = AnalysisView(rawValue: text) else {
            throw SiteError(.unknownObject, subject: "分析页面", detail: text)
        }
        return view
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
