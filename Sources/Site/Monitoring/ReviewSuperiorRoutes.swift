import Hummingbird
import Ledger
import Monitoring
import Records
import Standards

/// 疑问反馈与上级核定: the page of a station's day and what is entered on it.
struct ReviewSuperiorRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reviewSuperior) { request, _ in
            let query = RequestQuery(request)
            let date = try query.date("day")
            let station = query.text("station")
            let recorded = query.text("recorded").flatMap { Int64($0) }
            return try await shell.page(.reviewSuperior) {
                try ReviewSuperiorPage(station, on: date, recorded: recorded, in: $0)
            }
        }
        router.post(.reviewSuperior) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let date = try RequestQuery.date(fields.first("day") ?? "", "day")
            let station = fields.first("station") ?? ""
            var attempt = ReviewSuperiorAttempt(fields, reviewerName: shell.services.visitor.reviewerName)
            do {
                if let action = attempt.action(of: station, on: date, by: shell.services.actor) {
                    let record = try await shell.services.book.record(action)
                    return .redirect(to: SiteURL.reviewSuperior(of: station, on: date, recorded: record.sequence).path)
                }
                attempt.error = "日期、条目或核定结果没有填好，没有记入。请补齐后再提交。"
            } catch let error as RecordsError {
                attempt.error = ReviewRefusal.message(error)
            }
            return try await shell.page(.reviewSuperior, status: .unprocessableContent) { [attempt] in
                try ReviewSuperiorPage(station, on: date, attempt: attempt, in: $0)
            }
        }
    }
}
