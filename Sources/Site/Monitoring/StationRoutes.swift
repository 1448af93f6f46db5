import Hummingbird
import Standards

/// Air stations: the list, a station's day, its CSV, an hour; the reviews posted from the last two.
struct StationRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addPages(to: router)
        addReviews(to: router)
    }

    private func addPages(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.stations) { request, _ in
            let date = try RequestQuery(request).date("date")
            return try await shell.page(.stations) { try StationsPage(date ?? $0.yesterday, in: $0) }
        }
        router.get(.station) { request, context in
            let id = try context.segment("station")
            let query = RequestQuery(request)
            let date = try query.date("date")
            let recorded = query.text("recorded").flatMap { Int64($0) }
            return try await shell.page(.station) {
                try StationPage(id, on: date ?? $0.yesterday, recorded: recorded, in: $0)
            }
        }
        router.get(.stationCSV) { request, context in
            let id = try context.segment("station")
            let date = try RequestQuery(request).date("date")
            let file = try await shell.read { try StationCSV(id, on: date ?? $0.yesterday, in: $0) }
            return FileResponse.csv(file.bytes, name: file.name)
        }
        router.get(.hour) { request, context in
            let place = try HourPlace(context)
            let recorded = RequestQuery(request).text("recorded").flatMap { Int64($0) }
            return try await shell.page(.hour) { try HourPage(place, recorded: recorded, in: $0) }
        }
    }

    private func addReviews(to router: Router<SiteContext>) {
        let shell = shell
        @Sendable func recording() -> ReviewRecording { ReviewRecording(services: shell.services) }
        router.post(.station) { request, context in
            let id = try context.segment("station")
            let fields = try await FormFields(posted: request, in: context)
            let date = try RequestQuery.date(fields.first("date") ?? "", "date")
            let attempt = ReviewAttempt(
                fields, on: date, token: shell.services.formToken,
                reviewerName: shell.services.visitor.reviewerName)
            switch try await recording().record(attempt, of: id, on: date) {
            case .success(let sequence): return .redirect(to: SiteURL.station(id, on: date, recorded: sequence).path)
            case .failure(let refused):
                return try await shell.page(.station, status: .unprocessableContent) {
                    try StationPage(id, on: date, attempt: refused.attempt, in: $0)
                }
            }
        }
        router.post(.hour) { request, context in
            let place = try HourPlace(context)
            let fields = try await FormFields(posted: request, in: context)
            let attempt = ReviewAttempt(
                fields, on: place.date, token: shell.services.formToken,
                reviewerName: shell.services.visitor.reviewerName)
            switch try await recording().record(attempt, of: place.station, on: place.date) {
            case .success(let sequence):
                return .redirect(
                    to: SiteURL.hour(place.hour, of: place.station, on: place.date, recorded: sequence).path)
            case .failure(let refused):
                return try await shell.page(.hour, status: .unprocessableContent) {
                    try HourPage(place, attempt: refused.attempt, in: $0)
                }
            }
        }
    }
}
