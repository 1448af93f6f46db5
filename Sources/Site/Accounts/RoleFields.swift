import Accounts

/// Posts and range of an account as typed into a form, or as they are.
struct RoleFields: Sendable {
    var roles: Set<String> = []
    var towns = ""
    var objects = ""

    init() {}

    init(_ fields: FormFields) {
        roles = Set(fields.all("role"))
        towns = fields.first("towns") ?? ""
        objects = fields.first("objects") ?? ""
    }

    init(_ account: Account) {
        roles = Set(account.roles)
        towns = account.scope.towns.joined(separator: " ")
        objects = account.scope.objects.joined(separator: " ")
    }

    var scope: DataScope { DataScope(towns: Self.words(towns), objects: Self.words(objects)) }

    private static func words(_ text: String) -> [String] {
        text.split { $0.isWhitespace || $0 == "，" || $0 == "," || $0 == "、" }.map(String.init)
    }
}
