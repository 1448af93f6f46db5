import Hummingbird
import Ledger
import Monitoring
import Records
import Standards
import Storage

/// 手工监测: plans, tasks, reports and what is sent of them.
struct ManualRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addPlans(to: router)
        addTasks(to: router)
        addReports(to: router)
        addFiles(to: router)
        ManualImportRoutes(shell: shell).add(to: router)
    }

    private func addPlans(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.manualPlans) { request, _ in
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.manual) { try ManualPage(plans: $0, recorded: recorded) }
        }
        router.post(.manualPlans) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                let done = try await ManualRecording(services: shell.services, fields: fields).plan(nil)
                return .redirect(to: SiteURL.manualPlan(done.plan, recorded: done.sequence).path)
            } catch {
                guard let words = ManualRefusal.words(error) else { throw error }
                return try await shell.page(.manual, status: .unprocessableContent) {
                    try ManualPage(plans: $0, entered: fields, error: words)
                }
            }
        }
        router.get(.manualPlan) { request, context in
            let id = try context.segment("plan")
            let query = RequestQuery(request)
            let month = try query.month("month")
            let recorded = try query.record("recorded")
            return try await shell.page(.manual) {
                try ManualPage(plan: id, month: month, in: $0, recorded: recorded)
            }
        }
        router.post(.manualPlan) { request, context in
            let id = try context.segment("plan")
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let recording = ManualRecording(services: shell.services, fields: fields)
            do {
                let sequence =
                    fields.first("act") == "upload"
                    ? try await recording.upload(id) : try await recording.plan(id).sequence
                return .redirect(to: SiteURL.manualPlan(id, recorded: sequence).path)
            } catch {
                guard let words = ManualRefusal.words(error) else { throw error }
                return try await shell.page(.manual, status: .unprocessableContent) {
                    try ManualPage(
                        plan: id, month: fields.first("month").flatMap { CivilDate(month: $0) }, in: $0,
                        entered: fields, error: words)
                }
            }
        }
    }

    private static func task(_ context: SiteContext) throws -> ManualTaskID {
        ManualTaskID(
            plan: try context.segment("plan"), object: try context.segment("object"),
            frequency: try context.segment("frequency"),
            window: try RequestQuery.date(try context.segment("window"), "window"))
    }

    private func addTasks(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.manualTask) { request, context in
            let task = try Self.task(context)
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.manual) { try ManualPage(task: task, in: $0, recorded: recorded) }
        }
        router.post(.manualTask) { request, context in
            let task = try Self.task(context)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                let recording = ManualRecording(services: shell.services, fields: fields)
                guard let action = try recording.action(of: task) else { throw SiteError(.foreignForm) }
                let record = try await shell.services.book.record(action)
                return .redirect(to: SiteURL.manualTask(task, recorded: record.sequence).path)
            } catch {
                guard let words = ManualRefusal.words(error) else { throw error }
                return try await shell.page(.manual, status: .unprocessableContent) {
                    try ManualPage(task: task, in: $0, entered: fields, error: words)
                }
            }
        }
    }

    private func addReports(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.manualReport) { request, context in
            let plan = try context.segment("plan")
            let report = try context.segment("report")
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.manual) {
                try ManualPage(report: report, of: plan, in: $0, recorded: recorded)
            }
        }
        router.post(.manualReport) { request, context in
            let plan = try context.segment("plan")
            let report = try context.segment("report")
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                let recording = ManualRecording(services: shell.services, fields: fields)
                guard let action = try recording.action(of: nil), action.subject == report else {
                    throw SiteError(.foreignForm)
                }
                let record = try await shell.services.book.record(action)
                return .redirect(to: SiteURL.manualReport(report, of: plan, recorded: record.sequence).path)
            } catch {
                guard let words = ManualRefusal.words(error) else { throw error }
                return try await shell.page(.manual, status: .unprocessableContent) {
                    try ManualPage(report: report, of: plan, in: $0, entered: fields, error: words)
                }
            }
        }
        router.get(.manualComparison) { _, context in
            let plan = try context.segment("plan")
            return try await shell.page(.manual) { try ManualPage(comparisonOf: plan, in: $0) }
        }
    }

    private func addFiles(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.manualReportFile) { _, context in
            let plan = try context.segment("plan")
            let id = try context.segment("report")
            let file = try context.segment("file")
            let report = try await shell.read { try LaboratoryStore.report(id, in: $0.connection) }
            guard let report, report.plan == plan, file == "workbook" || file == "paper" else {
                throw SiteError(.unknownObject, subject: "检测报告的文件", detail: file)
            }
            let attachments = shell.services.archive.attachments
            return file == "paper"
                ? FileResponse.file(
                    try attachments.bytes(of: report.files.paper), type: "application/pdf",
                    name: report.files.paperName)
                : FileResponse.file(
                    try attachments.bytes(of: report.files.workbook),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: report.files.workbookName)
        }
        router.get(.manualTemplate) { _, context in
            let id = try context.segment("plan")
            let (name, bytes) = try await shell.read { page in
                let view = try ManualView(page)
                let plan = try view.plan(id)
                return (
                    plan.name, try LaboratoryTemplate.workbook(of: plan, rules: view.rules, in: page.connection)
                )
            }
            return FileResponse.xlsx(bytes, name: "\(name)检测结果")
        }
        router.get(.manualExport) { _, context in
            let id = try context.segment("plan")
            let text = try context.segment("month")
            guard let month = CivilDate(month: text) else {
                throw SiteError(.badParameter, subject: "month", detail: text)
            }
            let bytes = try await shell.read { page in
                try ManualRecording.workbook(of: id, month: month, page.services, in: page.connection).bytes
            }
            return FileResponse.xlsx(bytes, name: "手工监测数据 \(month.monthText)")
        }
    }
}
