import Hummingbird
import Ledger
import Monitoring
import Records

/// 例外事件扣除: the page, and what is entered on it.
struct ExceptionRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.exceptions) { request, _ in
            let recorded = RequestQuery(request).text("recorded").flatMap { Int64($0) }
            return try await shell.page(.exceptions) { try ExceptionsPage(recorded: recorded, in: $0) }
        }
        router.post(.exceptions) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            var attempt = ExceptionAttempt(fields, reviewerName: shell.services.visitor.reviewerName)
            let id = MintedID.mint(at: shell.services.book.clock())
            do {
                if let action = attempt.action(id, by: shell.services.actor) {
                    let record = try await shell.services.book.record(action)
                    return .redirect(
                        to: SiteURL(.exceptions, query: [("recorded", "\(record.sequence)")]).path)
                }
                attempt.error = "日期或批复没有填好，没有记入。请补齐后再提交。"
            } catch let error as RecordsError {
                attempt.error = Self.message(error)
            }
            return try await shell.page(.exceptions, status: .unprocessableContent) { [attempt] in
                try ExceptionsPage(attempt: attempt, in: $0)
            }
        }
    }

    private static func message(_ error: RecordsError) -> String {
        switch error.field {
        case "days" where error.detail.contains("-"): "\(error.detail) 还没有结束，没有记入。"
        case "days": "没有写明日期或超过一年，没有记入。"
        case "stations": "没有选择站点，没有记入。请至少勾选一个站点。"
        case "items" where error.detail.isEmpty: "没有选择项目，没有记入。请至少勾选一个项目。"
        case "items": "\(error.detail) 不属于这类事件可以扣除的项目，没有记入。"
        case "event": "\(error.detail) 没有这类事件的规则，没有记入。"
        case "verdict": "没有可撤销的批准，没有记入。"
        case "exception": "没有找到对应的申请，没有记入。请刷新后重新选择。"
        case "attachment": "没有找到批复文件，没有记入。请先把文件附在站点的一源一档里再选择。"
        case "issuer", "document": "批复须写明单位和文号，没有记入。"
        default: ReviewRefusal.message(error)
        }
    }
}
