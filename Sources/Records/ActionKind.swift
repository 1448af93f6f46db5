package import Catalog
package import Storage

/// A kind of action that a capability offers: who may do it and what must hold.
package struct ActionKind: Sendable {
    /// Checks an action against the present state; throws what the user must mend.
    package typealias Check = @Sendable (Action, ReadConnection) throws -> Void
    /// The same for rules that look at the clock: the last is the moment of the record in milliseconds since
    /// 1970-01-01T00:00:00Z.
    package typealias TimedCheck = @Sendable (Action, ReadConnection, Int64) throws -> Void

    /// The same for what a rule of the catalog decides: the rule of the day of the record.
    package typealias RuleCheck = @Sendable (Action, ReadConnection, Int64, RuleCatalog) throws -> Void

    package let name: String
    /// What is done, in Chinese: 导入文件.
    package let word: String
    /// What it can change in figures of periods that are over.
    package let effect: ActionEffect
    package let permission: Permission
    package let check: TimedCheck
    /// Nil where no rule decides.
    package let ruleCheck: RuleCheck?

    package init(
        name: String, word: String, effect: ActionEffect, permission: Permission, check: @escaping Check
    ) {
        self.init(
            name: name, word: word, effect: effect, permission: permission,
            checkingAt: { action, connection, _ in
                try check(action, connection)
            })
    }

    package init(
        name: String, word: String, effect: ActionEffect, permission: Permission, checkingAt check: @escaping TimedCheck
    ) {
        self.init(name, word, effect, permission, check, nil)
    }

    package init(
        name: String, word: String, effect: ActionEffect, permission: Permission,
        checkingByRules check: @escaping RuleCheck
    ) {
        self.init(name, word, effect, permission, { _, _, _ in }, check)
    }

    private init(
        _ name: String, _ word: String, _ effect: ActionEffect, _ permission: Permission, _ check: @escaping TimedCheck,
        _ ruleCheck: RuleCheck?
    ) {
        self.name = name
        self.word = word
        self.effect = effect
        self.permission = permission
        self.check = check
        self.ruleCheck = ruleCheck
    }
}
