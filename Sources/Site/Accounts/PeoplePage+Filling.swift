import Accounts
import Records
import Storage

extension PeoplePage {
    private static let pageLength = 20

    /// What is asked for.
    struct Search: Sendable {
        var text = ""
        var role = ""
        var page = 1
    }

    /// - Parameters:
    ///   - typed: the form as it was posted and why it was refused; nil at first.
    init(
        _ search: Search = Search(), typed: (PersonFields, RoleFields, login: String, error: String)? = nil,
        in context: PageContext
    ) throws {
        let rules = try AccountRules(context.catalog, on: context.today)
        let units = Dictionary(
            try AccountStore.units(in: context.connection).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let accounts = Dictionary(grouping: try AccountStore.accounts(in: context.connection), by: \.person)
        let people = try AccountStore.people(in: context.connection).filter { person in
            let own = accounts[person.id] ?? []
            let texts = [person.displayName, units[person.unit]?.name ?? "", person.post] + own.map(\.login)
            return (search.text.isEmpty || texts.contains { $0.contains(search.text) })
                && (search.role.isEmpty || own.contains { $0.roles.contains(search.role) })
        }
        let pages = PageNumbers(search.page, of: people.count, length: Self.pageLength) { page in
            SiteURL(
                .people,
                query: [
                    ("q", search.text.isEmpty ? nil : search.text), ("role", search.role.isEmpty ? nil : search.role),
                    ("page", page == 1 ? nil : String(page)),
                ]
            ).path
        }
        let form =
            try context.services.visitor.may(AccountActions.manage)
            ? PersonForm(
                .people, typed?.0 ?? PersonFields(), typed?.1 ?? RoleFields(), login: typed?.login ?? "",
                error: typed?.error, rules: rules, in: context) : nil
        self.init(
            frame: PageFrame("人员与账户", in: context, at: .people), action: SiteURL.people.path,
            countText: "人员 \(people.count) 人，账户 \(accounts.values.reduce(0) { $0 + $1.count }) 个", query: search.text,
            roles: [ReviewForm.Choice(value: "", label: "全部岗位", isChosen: search.role.isEmpty)]
                + rules.roles.map {
                    ReviewForm.Choice(value: $0.id, label: $0.title, isChosen: $0.id == search.role)
                },
            rows: pages.range.map { index in
                Self.row(
                    index, people[index], unit: units[people[index].unit], accounts[people[index].id] ?? [], rules,
                    in: context)
            },
            emptyReason: accounts.isEmpty
                ? "还没有账户，目前由本机操作人使用。第一个账户须是安全管理员：在下面登记，或用命令 qingheng user add。"
                : "没有符合条件的人员。", pager: pages.pager, form: form)
    }

    private static func row(
        _ index: Int, _ person: Person, unit: Unit?, _ accounts: [Account], _ rules: AccountRules,
        in context: PageContext
    ) -> Row {
        let roles = Set(accounts.filter { !$0.isDisabled }.flatMap(\.roles))
        let isActive = accounts.contains { !$0.isDisabled }
        return Row(
            number: index + 1, name: person.displayName, href: SiteURL.person(person.id).path,
            unit: unit?.name ?? "—", post: person.post.isEmpty ? "—" : person.post,
            logins: accounts.isEmpty ? "—" : accounts.map(\.login).joined(separator: " "),
            roles: rules.roles.filter { roles.contains($0.id) }.map(\.title).joined(separator: "、"),
            certificates: AccountWords.certificates(person.certificates, on: context.today),
            state: accounts.isEmpty ? "无账户" : isActive ? "在用" : "停用")
    }
}
