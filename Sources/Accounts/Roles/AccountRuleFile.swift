import Catalog
import Records

/// What a file of `Catalog/accounts` holds.
struct AccountRuleFile {
    let roles: [Role]
    let signIn: SignInRules?
    let rates: RequestRates?
    let separation: MatterSeparation?

    /// - Parameter rights: all that there are; nil where that does not matter.
    init(_ file: RuleFile, with reader: RuleReader, knowing rights: Set<Permission>? = nil) {
        let body = reader.body(keys: ["roles", "sign_in", "rates", "separation"])
        roles = Self.roles(body, reader, rights)
        signIn = body.optionalMapping("sign_in", keys: ["password", "argon2", "lock", "session"]).map(Self.signIn)
        rates = body.optionalMapping("rates", keys: ["sign_in", "program", "stranger"]).map(Self.rates)
        separation = Self.separation(body, reader)
    }

    private static func separation(_ body: RuleMapping, _ reader: RuleReader) -> MatterSeparation? {
        let pairs = body.optionalList("separation").compactMap { node -> MatterSeparation.Pair? in
            let row = reader.mapping(node, keys: ["one", "other", "ground"])
            let (one, other) = (row.choice("one", as: MatterPart.self), row.choice("other", as: MatterPart.self))
            guard let one, let other else { return nil }
            if one == other {
                row.refuse("other", .other(message: "“\(other.rawValue)”与自己不能分离", mend: "写另一个角色"))
            }
            return MatterSeparation.Pair(one: one, other: other, ground: row.text("ground"))
        }
        return pairs.isEmpty ? nil : MatterSeparation(pairs)
    }

    private static func rates(_ rule: RuleMapping) -> RequestRates {
        func rate(_ key: String) -> RequestRate {
            let rate = rule.mapping(key, keys: ["per_minute", "burst"])
            return RequestRate(
                perMinute: rate.integer("per_minute", in: 1...1_000_000),
                burst: rate.integer("burst", in: 1...1_000_000))
        }
        return RequestRates(signIn: rate("sign_in"), program: rate("program"), stranger: rate("stranger"))
    }

    private static func roles(
        _ body: RuleMapping, _ reader: RuleReader, _ known: Set<Permission>?
    ) -> [Role] {
        enum Scope: String, CaseIterable { case bureau, assigned }
        var seen: Set<String> = []
        return body.optionalList("roles").map { node in
            let row = reader.mapping(
                node, keys: ["role", "title", "rights", "administrator", "second_factor", "scope"])
            let id = row.text("role")
            if !seen.insert(id).inserted {
                row.refuse("role", .other(message: "角色 \(id) 出现了两次", mend: "每个角色只写一次"))
            }
            let rights = row.texts("rights").map(Permission.init(rawValue:))
            if let known, let stranger = rights.first(where: { !known.contains($0) }) {
                row.refuse(
                    "rights",
                    .notAllowed(
                        key: "rights", value: stranger.rawValue, nearest: nil, allowed: known.map(\.rawValue).sorted()))
            }
            return Role(
                id: id, title: row.text("title"), rights: Set(rights),
                administrator: row.optionalChoice("administrator", as: Administrator.self),
                needsSecondFactor: row.optionalFlag("second_factor") ?? false,
                isAssigned: row.optionalChoice("scope", as: Scope.self) == .assigned)
        }
    }

    private static func signIn(_ rule: RuleMapping) -> SignInRules {
        let password = rule.mapping("password", keys: ["shortest", "longest", "classes", "remembered", "days"])
        let argon2 = rule.mapping("argon2", keys: ["passes", "mebibytes"])
        let lock = rule.mapping("lock", keys: ["failures", "source_failures", "minutes"])
        let session = rule.mapping("session", keys: ["idle_minutes", "longest_hours"])
        return SignInRules(
            password: PasswordPolicy(
                shortest: password.integer("shortest", in: 8...64),
                longest: password.integer("longest", in: 64...1_000),
                classes: password.integer("classes", in: 1...4), remembered: password.integer("remembered", in: 0...24),
                days: password.integer("days", in: 1...366)),
            cost: PasswordCost(
                passes: argon2.integer("passes", in: 1...20), mebibytes: argon2.integer("mebibytes", in: 8...1_024)),
            accountFailures: lock.integer("failures", in: 1...20),
            sourceFailures: lock.integer("source_failures", in: 1...1_000),
            lockSeconds: Int64(lock.integer("minutes", in: 1...1_440)) * 60,
            idleSeconds: Int64(session.integer("idle_minutes", in: 1...1_440)) * 60,
            longestSeconds: Int64(session.integer("longest_hours", in: 1...72)) * 3_600)
    }
}
