import Documents
import Hummingbird
import Monitoring
import Records
import Standards

/// Alerts: the list by cause, one, their statistics, and the steps about them.
struct AlertRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.alerts) { request, _ in
            let query = try AlertQuery(request)
            let recorded = RequestQuery(request).text("recorded").flatMap { Int64($0) }
            return try await shell.page(.alerts) { context in
                try AlertsPage(query, recorded: try AlertRecording.notice(of: recorded, in: context), in: context)
            }
        }
        router.post(.alerts) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let query = try AlertQuery(request)
            let recording = AlertRecording(fields, services: shell.services)
            do {
                let sequence = try await recording.record(reading: { try await shell.read($0) })
                return .redirect(to: SiteURL.alerts(recorded: sequence).path)
            } catch let error as RecordsError {
                let message = AlertRecording.message(error)
                return try await shell.page(.alerts, status: .unprocessableContent) {
                    try AlertsPage(query, error: message, in: $0)
                }
            }
        }
        router.get(.alertStatistics) { request, _ in
            let month = try RequestQuery(request).month("month")
            return try await shell.page(.alertStatistics) { try AlertStatisticsPage(month ?? $0.today, in: $0) }
        }
        router.get(.alertsCSV) { request, _ in
            let query = try AlertQuery(request)
            let bytes = try await shell.read { try Self.csv(query, in: $0) }
            return FileResponse.csv(bytes, name: "alerts-\(query.show.rawValue)")
        }
        router.get(.alert) { _, context in
            let id = try context.segment("alert")
            return try await shell.page(.alert) { try AlertPage(id, in: $0) }
        }
    }

    private static func csv(_ query: AlertQuery, in context: PageContext) throws -> [UInt8] {
        let words = try AlertWords(in: context)
        var writer = CSVWriter()
        writer.row([
            "id", "kind", "rule", "object", "name", "item", "start", "until", "value", "text", "cause", "suppressed",
            "sampled", "raised", "due", "person", "state", "note",
        ])
        for alert in try query.alerts(in: context) {
            writer.row([
                alert.id, alert.kind.rawValue, alert.identity.rule, alert.identity.object,
                words.object(alert.identity.object), alert.identity.item, alert.identity.start.description,
                alert.until.description, alert.value, alert.text, alert.cause, alert.suppressed,
                alert.isSampled ? "1" : "0", AlertWords.moment(alert.raisedMilliseconds),
                AlertWords.moment(alert.dueMilliseconds), alert.person ?? "", words.state(alert),
                alert.steps.last { $0.outcome != nil }?.note ?? "",
            ])
        }
        return writer.take()
    }
}
