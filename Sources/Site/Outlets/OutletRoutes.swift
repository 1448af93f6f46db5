import Casework
import Dossier
import Hummingbird
import Ledger
import Monitoring
import Records
import Registry
import Standards

/// 排放口数据: the hours of an outlet's item on a day, and what reviewers say of them.
struct OutletRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.outletDay) { request, _ in
            let query = RequestQuery(request)
            let date = try query.date("day")
            let channel = query.text("channel")
            let recorded = query.text("recorded").flatMap { Int64($0) }
            return try await shell.page(.outletDay) {
                try OutletDayPage(channel, on: date, recorded: recorded, in: $0)
            }
        }
        router.post(.outletDay) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let date = try RequestQuery.date(fields.first("day") ?? "", "day")
            let channel = fields.first("channel") ?? ""
            var attempt = OutletAttempt(fields, reviewerName: shell.services.visitor.reviewerName)
            do {
                if attempt.act == "lead" { return try await Self.open(channel, on: date, shell) }
                let (outlet, item) = try await shell.read { page in
                    let chosen = try OutletChannel(channel, in: page)
                    return (chosen.outlet.id, chosen.limit.seriesItem)
                }
                if let action = attempt.action(of: outlet, item, by: shell.services.actor) {
                    let record = try await shell.services.book.record(action)
                    return .redirect(
                        to: SiteURL.outletDay(channel, on: date, recorded: record.sequence).path)
                }
                attempt.error = "没有选择时段，没有记入。请先勾选要认可、存疑或撤销的时段。"
            } catch let error as RecordsError {
                attempt.error = OutletRefusal.message(error)
            } catch let error as CaseFileRefusal {
                attempt.error = "办件已立，但存疑小时值没有收入证据：\(error.message)"
            } catch let error as MatterRefusal {
                attempt.error = try await MatterRoutes.message(error, shell)
            }
            return try await shell.page(.outletDay, status: .unprocessableContent) { [attempt] in
                try OutletDayPage(channel, on: date, attempt: attempt, in: $0)
            }
        }
    }

    /// The matter of a day in doubt; the one that was made before where there is one.
    private static func open(_ channel: String, on date: CivilDate, _ shell: SiteShell) async throws -> Response {
        let (doubt, earlier) = try await shell.read { page in
            let outlet = try OutletChannel(channel, in: page).outlet
            return (
                try OutletDoubt(outlet, on: date, in: page.connection),
                try DoubtLead.matter(outlet.id, on: date, in: page.connection)
            )
        }
        if let earlier { return .redirect(to: SiteURL.matter(earlier.id).path) }
        guard let doubt else { throw RecordsError(.invalid, field: "doubt", detail: date.description) }
        let matter = try await DoubtLead(services: shell.services, doubt: doubt).open()
        return .redirect(to: SiteURL.matter(matter, recorded: true).path)
    }
}
