import Accounts
import Hummingbird
import Records

/// 人员与账户: the list, one person, the forms posted from both.
struct PeopleRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.people) { request, _ in
            let query = RequestQuery(request)
            let search = PeoplePage.Search(
                text: query.text("q") ?? "", role: query.text("role") ?? "", page: query.number("page", otherwise: 1))
            return try await shell.page(.people) { try PeoplePage(search, in: $0) }
        }
        router.post(.people) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let (person, roles) = (PersonFields(fields), RoleFields(fields))
            let login = fields.first("login") ?? ""
            do {
                let (id, password) = try await PeopleRecording(shell.services).add(person, login: login, roles: roles)
                return try await Self.page(of: id, given: password, shell)
            } catch {
                let message = try PeopleRecording.message(error)
                return try await shell.page(.people, status: .unprocessableContent) {
                    try PeoplePage(typed: (person, roles, login, message), in: $0)
                }
            }
        }
        router.get(.person) { _, context in try await Self.page(of: try context.segment("person"), shell) }
        router.post(.person) { request, context in
            let id = try context.segment("person")
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                try await PeopleRecording(shell.services).change(id, PersonFields(fields))
                return .redirect(to: SiteURL.person(id).path)
            } catch {
                return try await Self.page(of: id, refusedFor: error, shell)
            }
        }
        router.get(.account) { _, context in
            let login = try context.segment("login")
            let account = try await shell.read { try AccountStore.account(login, in: $0.connection) }
            guard let account else { throw SiteError(.unknownObject, subject: "账户", detail: login) }
            return .redirect(to: SiteURL.person(account.person).path)
        }
        router.post(.account) { request, context in
            let login = try context.segment("login")
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let account = try await shell.read { try AccountStore.account(login, in: $0.connection) }
            guard let account else { throw SiteError(.unknownObject, subject: "账户", detail: login) }
            do {
                let given = try await PeopleRecording(shell.services).decide(
                    fields.first("decision") ?? "", account, RoleFields(fields), subject: fields.first("subject"),
                    follows: fields.first("follows").flatMap { Int64($0) })
                guard let given else { return .redirect(to: SiteURL.person(account.person).path) }
                return try await Self.page(of: account.person, given: given, shell)
            } catch {
                return try await Self.page(of: account.person, refusedFor: error, shell)
            }
        }
    }

    private static func page(
        of id: String, given: String? = nil, refusedFor error: (any Error)? = nil, _ shell: SiteShell
    ) async throws -> Response {
        let message = try error.map { try PeopleRecording.message($0) }
        var details: [String: PersonPage.Account] = [:]
        let accounts = try await shell.read { try AccountStore.accounts(of: id, in: $0.connection) }
        if let desk = shell.services.desk {
            for account in accounts {
                details[account.login] = PersonPage.Account(
                    hasFactor: try await desk.hasFactor(account.login),
                    sessions: try await desk.sessions(of: account.login))
            }
        }
        let known = details
        return try await shell.page(.person, status: message == nil ? .ok : .unprocessableContent) {
            try PersonPage(id, details: known, given: given, error: message, in: $0)
        }
    }
}
