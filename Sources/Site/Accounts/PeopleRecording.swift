import Accounts
import Ledger
import Records
import Standards
import Storage

/// Puts what the forms about people say on record.
struct PeopleRecording {
    private let services: SiteServices

    init(_ services: SiteServices) { self.services = services }

    /// Registers a person and opens an account, both or none.
    ///
    /// - Returns: the id of the person and the password that is shown once.
    func add(_ person: PersonFields, login: String, roles: RoleFields) async throws -> (id: String, password: String) {
        guard let desk = services.desk else { throw SiteError(.notFound) }
        let roster = Roster(desk: desk, book: services.book)
        return try await roster.add(
            name: person.name, phone: person.phone, unit: person.unit,
            unitKind: UnitKind(rawValue: person.unitKind) ?? .section, post: person.post,
            certificates: try AccountWords.certificates(person.certificates), login: login,
            roles: roles.roles.sorted(), scope: roles.scope, by: services.actor)
    }

    /// Changes what is registered of a person.
    func change(_ id: String, _ person: PersonFields) async throws {
        guard let desk = services.desk else { throw SiteError(.notFound) }
        try await Roster(desk: desk, book: services.book).change(
            id, name: person.name, phone: person.phone, unit: person.unit,
            unitKind: UnitKind(rawValue: person.unitKind) ?? .section, post: person.post,
            certificates: try AccountWords.certificates(person.certificates), after: person.follows, by: services.actor)
    }

    /// Does what a button of an account says.
    ///
    /// - Parameters:
    ///   - subject: what the provider calls the person.
    ///   - follows: the record that the form was made from.
    /// - Returns: a password that is shown once; nil where none was given.
    func decide(
        _ decision: String, _ account: Account, _ roles: RoleFields, subject: String? = nil, follows: Int64?
    ) async throws -> String? {
        guard let desk = services.desk else { throw SiteError(.notFound) }
        let actor = services.actor
        guard actor.permissions.contains(AccountActions.manage) else {
            throw RecordsError(.notPermitted, detail: AccountActions.manage.rawValue)
        }
        guard follows == account.record else { throw RecordsError(.superseded, detail: String(account.record)) }
        switch decision {
        case "change":
            try await services.book.record(
                AccountActions.change(
                    account, roles: roles.roles.sorted(), scope: roles.scope, isDisabled: account.isDisabled, by: actor)
            )
        case "disable", "enable":
            try await services.book.record(
                AccountActions.change(
                    account, roles: account.roles, scope: account.scope, isDisabled: decision == "disable", by: actor))
        case "password": return try await desk.givePassword(to: account.login, by: actor)
        case "factor": try await desk.removeFactor(of: account.login, by: actor)
        case "link":
            guard let provider = services.openID else { throw SiteError(.notFound) }
            try await desk.link(account.login, to: subject, of: provider.settings.issuer, by: actor)
        case "sessions":
            for session in try await desk.sessions(of: account.login) {
                try await desk.end(session.id, of: account.login, by: actor)
            }
        default: throw SiteError(.badParameter, subject: "decision", detail: decision)
        }
        return nil
    }

    /// Why something was refused, in words for the form.
    ///
    /// - Throws: what is no refusal.
    static func message(_ error: any Error) throws -> String {
        switch error {
        case let error as AccountsError: return error.message + "。"
        // A character that no record can hold, typed where an id belongs.
        case let error as RecordsError where error.code == .invalid:
            return "填写的内容不符合要求（\(error.field)：\(error.detail)），没有保存。请核对后重新填写。"
        case let error as RecordsError where error.code == .superseded:
            return "别人刚刚改过（台账第 \(error.detail) 条），您的修改没有保存。请核对后重新填写。"
        default: throw error
        }
    }
}
