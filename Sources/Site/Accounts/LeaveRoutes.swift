import Accounts
import Hummingbird
import Records
import Standards
import Storage

/// 请假与代理: the list, the form for one more, the buttons that end one.
struct LeaveRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.leaves) { _, _ in try await shell.page(.leaves) { try LeavesPage(in: $0) } }
        router.post(.leaves) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let services = shell.services
            do {
                try await services.book.record(try await Self.action(fields, services))
                return .redirect(to: SiteURL.leaves.path)
            } catch {
                let message = try PeopleRecording.message(error)
                let typed = fields.first("end") == nil ? LeavesPage.Typed(fields) : LeavesPage.Typed()
                return try await shell.page(.leaves, status: .unprocessableContent) {
                    try LeavesPage(typed, error: message, in: $0)
                }
            }
        }
    }

    private static func action(_ fields: FormFields, _ services: SiteServices) async throws -> Action {
        let person = fields.first("person") ?? ""
        if let begins = fields.first("end") {
            let today = services.clock().beijingDate
            let leave = try await services.book.database.read { connection in
                try AccountStore.leaves(limit: Int(Int32.max), in: connection)
                    .first { $0.person == person && $0.days.lowerBound.description == begins }
            }
            guard let leave, leave.days.upperBound >= today else {
                throw SiteError(.unknownObject, subject: "请假", detail: begins)
            }
            return AccountActions.end(leave, on: today, by: services.actor)
        }
        let (from, to) = (fields.first("from") ?? "", fields.first("to") ?? "")
        guard let first = CivilDate(from), let last = CivilDate(to), first <= last else {
            throw AccountsError(.invalidPeriod, detail: "\(from)—\(to)")
        }
        return AccountActions.setLeave(
            of: person, days: first...last, substitute: fields.first("substitute") ?? "", by: services.actor)
    }
}
