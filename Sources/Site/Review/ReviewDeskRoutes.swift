import Hummingbird
import Ledger
import Monitoring
import Records
import Standards

/// What stands around the review of a day: records of contractors, the roster, completeness, the contractors' month.
struct ReviewDeskRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addPages(to: router)
        addEntries(to: router)
    }

    private func addPages(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reviewService) { request, _ in
            let query = RequestQuery(request)
            let month = try query.month("month")
            let (station, recorded) = (query.text("station"), try query.record("recorded"))
            return try await shell.page(.tablePage) {
                try ReviewServicePage.page(station, month, recorded: recorded, in: $0)
            }
        }
        router.get(.reviewDuty) { request, _ in
            let month = try RequestQuery(request).month("month")
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.tablePage) { try ReviewDutyPage.page(month, recorded: recorded, in: $0) }
        }
        router.get(.reviewCompleteness) { request, _ in
            let month = try RequestQuery(request).month("month")
            let station = RequestQuery(request).text("station")
            return try await shell.page(.tablePage) { try CompletenessPage.page(station, month, in: $0) }
        }
        router.get(.reviewCompletenessCSV) { request, _ in
            let month = try RequestQuery(request).month("month")
            let station = RequestQuery(request).text("station")
            let bytes = try await shell.read { try CompletenessPage.csv(station, month, in: $0) }
            return FileResponse.csv(bytes, name: "completeness-\(month?.monthText ?? "last")")
        }
        router.get(.reviewChart) { request, _ in
            let query = RequestQuery(request)
            let day = try query.date("day")
            let item = query.text("item").flatMap { AirItem(rawValue: $0) } ?? .pm25
            let template: PageTemplate = query.text("part") == "card" ? .reviewChartCard : .reviewChart
            return try await shell.page(template) {
                try ReviewChartPage(query.text("station") ?? "", item, on: day ?? $0.yesterday, in: $0)
            }
        }
        router.get(.reviewChecks) { request, _ in
            let day = try RequestQuery(request).date("day")
            let kind = RequestQuery(request).text("kind")
            return try await shell.page(.tablePage) { try CheckFindingsPage.page(day, kind, in: $0) }
        }
        router.get(.reviewChecksCSV) { request, _ in
            let day = try RequestQuery(request).date("day")
            let kind = RequestQuery(request).text("kind")
            let bytes = try await shell.read { try CheckFindingsPage.csv(day, kind, in: $0) }
            return FileResponse.csv(bytes, name: "checks-\(day?.description ?? "yesterday")-\(kind ?? "station")")
        }
        router.get(.reviewContractors) { request, _ in
            let month = try RequestQuery(request).month("month")
            return try await shell.page(.tablePage) { try ContractorsPage.page(month, in: $0) }
        }
        router.get(.reviewContractorsCSV) { request, _ in
            let month = try RequestQuery(request).month("month")
            let bytes = try await shell.read { try ContractorsPage.csv(month, in: $0) }
            return FileResponse.csv(bytes, name: "contractors-\(month?.monthText ?? "last")")
        }
    }

    private func addEntries(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.reviewService) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            var attempt = ReviewServiceAttempt(fields, reviewerName: shell.services.visitor.reviewerName)
            do {
                if let action = attempt.action(now: shell.services.clock(), by: shell.services.actor) {
                    let record = try await shell.services.book.record(action)
                    return .redirect(to: SiteURL.reviewService(recorded: record.sequence).path)
                }
                attempt.error = ReviewServiceRefusal.unread
            } catch let error as RecordsError {
                attempt.error = Self.message(error)
            }
            return try await shell.page(.tablePage, status: .unprocessableContent) { [attempt] in
                try ReviewServicePage.page(nil, nil, attempt: attempt, in: $0)
            }
        }
        router.post(.reviewDuty) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            var attempt = ReviewDutyAttempt(fields, reviewerName: shell.services.visitor.reviewerName)
            do {
                if let action = attempt.action(by: shell.services.actor) {
                    let record = try await shell.services.book.record(action)
                    let month = CivilDate(fields.first("from") ?? "")
                    return .redirect(to: SiteURL.reviewDuty(month, recorded: record.sequence).path)
                }
                attempt.error = ReviewServiceRefusal.message(field: "days", detail: "\(DutyActions.greatestDays)")
            } catch let error as RecordsError {
                attempt.error = Self.message(error)
            }
            return try await shell.page(.tablePage, status: .unprocessableContent) { [attempt] in
                try ReviewDutyPage.page(nil, attempt: attempt, in: $0)
            }
        }
    }

    private static func message(_ error: RecordsError) -> String {
        (error.code == .invalid ? ReviewServiceRefusal.message(field: error.field, detail: error.detail) : nil)
            ?? ReviewRefusal.message(error)
    }
}
