package import Storage

/// A kind of action that a capability offers: who may do it and what must hold.
package struct ActionKind: Sendable {
    /// Checks an action against the present state; throws what the user must mend.
    package typealias Check = @Sendable (Action, ReadConnection) throws -> Void

    package let name: String
    package let permission: Permission
    package let check: Check

    package init(name: String, permission: Permission, check: @escaping Check) {
        self.name = name
        self.permission = permission
        self.check = check
    }
}
