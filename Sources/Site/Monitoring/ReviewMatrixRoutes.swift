import Documents
import Hummingbird
import Ledger
import Monitoring
import Records
import Standards

/// 审核矩阵: the page, the decisions and steps posted from it, and the printed sheet of the day.
struct ReviewMatrixRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reviewMatrix) { request, _ in
            let query = try ReviewMatrixQuery(RequestQuery(request))
            return try await shell.page(.reviewMatrix) { try ReviewMatrixPage(query, in: $0) }
        }
        router.post(.reviewMatrix) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let query = try ReviewMatrixQuery(fields)
            var attempt = ReviewMatrixAttempt(fields, reviewerName: shell.services.visitor.reviewerName)
            let date = query.day ?? shell.services.clock().beijingDate.adding(days: -1)
            do {
                attempt.error = attempt.problem
                if attempt.error == nil, let actions = attempt.actions(on: date, by: shell.services.actor) {
                    let records = try await shell.services.book.record(actions)
                    return .redirect(to: Self.address(query, date, records.last?.sequence).path)
                }
                attempt.error = attempt.error ?? "所选数值无法识别，没有记入。请刷新后再选。"
            } catch let error as RecordsError {
                attempt.error = ReviewRefusal.message(error)
            }
            return try await shell.page(.reviewMatrix, status: .unprocessableContent) { [attempt] in
                try ReviewMatrixPage(query, attempt: attempt, in: $0)
            }
        }
        router.post(.reviewSteps) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let query = try ReviewMatrixQuery(fields)
            var attempt = ReviewMatrixAttempt(fields, reviewerName: shell.services.visitor.reviewerName)
            let date = query.day ?? shell.services.clock().beijingDate.adding(days: -1)
            do {
                if let step = fields.first("step").flatMap({ ReviewStep.Kind(rawValue: $0) }) {
                    let actions = fields.all("of").map { station in
                        ReviewStepActions.take(
                            step, of: station, on: date, reason: fields.first("why") ?? "", reviewer: attempt.reviewer,
                            by: shell.services.actor)
                    }
                    if !actions.isEmpty {
                        let records = try await shell.services.book.record(actions)
                        return .redirect(to: Self.address(query, date, records.last?.sequence).path)
                    }
                }
                attempt.error = "没有选择站点，没有记入。请勾选要办理的站点。"
            } catch let error as RecordsError {
                attempt.error = ReviewRefusal.message(error)
            }
            return try await shell.page(.reviewMatrix, status: .unprocessableContent) { [attempt] in
                try ReviewMatrixPage(query, attempt: attempt, in: $0)
            }
        }
        router.get(.reviewSheet) { request, _ in
            let query = try ReviewMatrixQuery(RequestQuery(request))
            let paper = try await shell.read { try ReviewDayPaper.paper(query, in: $0) }
            return FileResponse.docx(try DocxWriter().write(paper), name: paper.name)
        }
    }

    private static func address(_ query: ReviewMatrixQuery, _ date: CivilDate, _ recorded: Int64?) -> SiteURL {
        SiteURL.reviewMatrix(
            on: date, item: query.item, station: query.station, at: query.at.isEmpty ? nil : query.at,
            recorded: recorded)
    }
}
