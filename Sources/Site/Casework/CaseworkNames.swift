import Accounts
import Casework
import Catalog
import Records
import Storage

/// What stands on screen for ids of people, posts and units.
struct CaseworkNames {
    private let people: [String: String]
    private let posts: [String: String]
    private let units: [String: String]

    init(in context: PageContext) throws {
        let connection = context.connection
        people = Dictionary(
            try AccountStore.people(in: connection).map { ($0.id, $0.displayName) },
            uniquingKeysWith: { first, _ in first })
        units = Dictionary(
            try AccountStore.units(in: connection).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rules = try AccountRules(context.catalog, on: context.today)
        posts = Dictionary(rules.roles.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// The names of people by their ids.
    var byID: [String: String] { people }

    func person(_ id: String) -> String { people[id] ?? (id == "local-operator" ? "本机操作员" : id) }
    func post(_ id: String) -> String { posts[id] ?? id }
    func unit(_ id: String) -> String { units[id] ?? id }
    func posts(_ ids: [String]) -> String { ids.map(post).joined(separator: "、") }

    /// Why something was refused, with names for ids.
    func message(_ refusal: MatterRefusal) -> String {
        var named = refusal
        switch refusal.code {
        case .wrongRole, .signatureMissing, .signatureOutOfTurn: named.details = refusal.details.map(post)
        case .notInPost: named.subject = refusal.subject.map(post)
        case .opinionMissing: named.details = refusal.details.map(unit)
        default: break
        }
        return named.message(naming: person)
    }

    /// The same for everything that a step or a paper may be refused for; nil for what is no matter of the form.
    func message(_ error: any Error) -> String? {
        switch error {
        case let refusal as MatterRefusal: message(refusal)
        case let conflict as MatterConflict: conflict.message(naming: person(conflict.person))
        // What was posted names a rule that there is not: no form of ours does.
        case let error as CatalogError: error.message
        case let error as RecordsError where error.code == .notPermitted:
            "没有办理的权限：须有本人账户和相应岗位。"
        case let error as RecordsError where error.code == .superseded: "刚才已有其他办理，没有记入。请看过最新情况再办。"
        case let error as RecordsError where error.code == .invalid: "“\(error.field)”不能接受\(error.detail)，没有记入。"
        case let error as RecordsError where error.code == .unknownSubject: "没有找到“\(error.detail)”，没有记入。"
        default: nil
        }
    }
}
