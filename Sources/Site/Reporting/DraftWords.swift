import Accounts
import Standards

/// What posts and people are called on pages of drafts.
struct DraftWords {
    private let titles: [String: String]
    private let people: [String: String]
    /// People by the posts of their accounts.
    private let holders: [String: [String]]

    init(in context: PageContext) throws {
        let rules = try AccountRules(context.catalog, on: context.today)
        titles = Dictionary(rules.roles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let known = try AccountStore.people(in: context.connection)
        let names = Dictionary(known.map { ($0.id, $0.displayName) }, uniquingKeysWith: { first, _ in first })
        var holders: [String: [String]] = [:]
        for account in try AccountStore.accounts(in: context.connection) where !account.isDisabled {
            for role in account.roles { holders[role, default: []].append(names[account.person] ?? account.login) }
        }
        people = names
        self.holders = holders
    }

    /// A post.
    func post(_ role: String) -> String { titles[role] ?? (role.isEmpty ? "没有责任科室" : role) }

    /// Posts, one behind the other.
    func posts(_ roles: [String]) -> String { roles.map { post($0) }.joined(separator: "、") }

    /// A person.
    func name(_ person: String) -> String { people[person] ?? person }

    /// Who holds a post; a plain word where nobody does.
    func holders(of role: String) -> String {
        let names = holders[role] ?? []
        return names.isEmpty ? "该岗位没有人员" : names.joined(separator: "、")
    }

    /// A refusal with posts by their titles.
    func text(_ message: String) -> String {
        var text = message
        // Longer ids first: `enforcement` begins `enforcement-captain`.
        for (role, title) in titles.sorted(by: { $0.key.count > $1.key.count }) {
            text = text.replacing(role, with: title)
        }
        return text
    }
}
