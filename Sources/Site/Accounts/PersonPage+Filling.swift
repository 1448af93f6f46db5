import Accounts
import Records
import Standards
import Storage

extension PersonPage {
    /// What is known of an account beside its record.
    struct Account: Sendable {
        let hasFactor: Bool
        let sessions: [Session]
    }

    /// - Parameters:
    ///   - details: by login.
    ///   - given: a password that was given a moment ago.
    /// - Throws: `SiteError` with `.unknownObject`.
    init(
        _ id: String, details: [String: Account], given: String? = nil, error: String? = nil, in context: PageContext
    ) throws {
        let connection = context.connection
        guard let person = try AccountStore.person(id, in: connection) else {
            throw SiteError(.unknownObject, subject: "人员", detail: id)
        }
        let rules = try AccountRules(context.catalog, on: context.today)
        let unit = try AccountStore.unit(person.unit, in: connection)
        let mayManage = context.services.visitor.may(AccountActions.manage)
        let accounts = try AccountStore.accounts(of: id, in: connection)
        let fields = PersonFields(person, unit: unit)
        self.init(
            frame: PageFrame(person.displayName, in: context, at: .people), name: person.displayName,
            sub: [unit?.name ?? "", person.post, person.phone ?? ""].filter { !$0.isEmpty }.joined(separator: "　"),
            givenPassword: given, error: error,
            accounts: try accounts.map { account in
                let detail = details[account.login] ?? Account(hasFactor: false, sessions: [])
                let link = try AccountStore.link(of: account.login, in: connection)
                let provider = context.services.openID
                return Item(
                    login: account.login, state: account.isDisabled ? "已停用" : "在用",
                    facts: Self.facts(account, detail, rules) + Self.facts(link),
                    form: mayManage
                        ? try PersonForm(
                            .account(account.login), fields, RoleFields(account), follows: account.record,
                            isDisabled: account.isDisabled, hasFactor: detail.hasFactor,
                            hasSessions: !detail.sessions.isEmpty,
                            link: provider == nil ? nil : link?.subject ?? "", rules: rules, in: context) : nil)
            },
            form: mayManage
                ? try PersonForm(.person(id), fields, RoleFields(), rules: rules, in: context) : nil,
            history: try Self.history(of: [id] + accounts.map(\.login), in: context))
    }

    private static func facts(
        _ account: Accounts.Account, _ detail: Account, _ rules: AccountRules
    ) -> [LabelledText] {
        let roles = account.roles.map { rules.role($0)?.title ?? $0 }
        let scope = account.scope
        let range = [
            scope.towns.isEmpty ? "" : "街镇 \(scope.towns.joined(separator: "、"))",
            scope.objects.isEmpty ? "" : "点位 \(scope.objects.joined(separator: "、"))",
        ].filter { !$0.isEmpty }
        let last = detail.sessions.first.map { Instant(secondsSince1970: $0.used).minuteText }
        return [
            LabelledText(label: "岗位", value: roles.joined(separator: "、"), href: nil),
            LabelledText(label: "数据范围", value: range.isEmpty ? "全部" : range.joined(separator: "；"), href: nil),
            LabelledText(label: "动态口令", value: detail.hasFactor ? "已启用" : "未启用", href: nil),
            LabelledText(
                label: "登录着", value: last.map { "\(detail.sessions.count) 处，最近使用 \($0)" } ?? "没有", href: nil),
        ]
    }

    private static func facts(_ link: OpenIDLink?) -> [LabelledText] {
        link.map { [LabelledText(label: "统一认证", value: "编号 \($0.subject)（\($0.issuer)）", href: nil)] } ?? []
    }

    private static func history(of subjects: [String], in context: PageContext) throws -> [TextLink] {
        let shown: Set<String> = [
            AccountActions.personRegistered, AccountActions.accountOpened, AccountActions.accountChanged,
            AccountActions.passwordSet, AccountActions.factorSet, AccountActions.linkSet, AccountActions.leaveSet,
        ]
        return try subjects.flatMap { try RecordStore.headers(about: $0, limit: 50, in: context.connection) }
            .filter { shown.contains($0.action) }.sorted { $0.sequence > $1.sequence }.map { record in
                let time = Instant(milliseconds: record.timeMilliseconds).minuteText
                return TextLink(
                    label: "\(time)　\(context.services.book.word(ofAction: record.action))　\(record.actor)",
                    href: SiteURL.record(record.sequence).path)
            }
    }
}
