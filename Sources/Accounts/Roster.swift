import Ledger
package import Records
import Standards
import Storage

/// Registers people and opens their accounts, from the web and from the command line alike.
package struct Roster: Sendable {
    private let desk: SignInDesk
    private let book: RecordBook

    package init(desk: SignInDesk, book: RecordBook) {
        self.desk = desk
        self.book = book
    }

    /// Registers a person, the unit where it is new, and an account, all or nothing.
    ///
    /// - Parameter unit: its name.
    /// - Returns: the id of the person and a password that holds until its owner changes it.
    /// - Throws: `AccountsError`, `RecordsError`.
    package func add(
        name: String, phone: String = "", unit: String, unitKind: UnitKind, post: String = "",
        certificates: [Certificate] = [], login: String, roles: [String], scope: DataScope = DataScope(),
        by actor: Actor
    ) async throws -> (id: String, password: String) {
        let id = MintedID.mint(at: book.clock())
        let (unitID, actions) = try await self.unit(named: unit, kind: unitKind, by: actor)
        try await book.record(
            actions + [
                AccountActions.register(
                    person: id, name: name, phone: phone, unit: unitID, post: post, certificates: certificates,
                    by: actor),
                AccountActions.open(login, person: id, roles: roles, scope: scope, by: actor),
            ])
        // An account without a password opens to nobody; when giving it fails it can be given later.
        return (id, try await desk.givePassword(to: login, by: actor))
    }

    /// Changes what is registered of a person.
    ///
    /// - Parameter predecessor: the record that the change was made from.
    package func change(
        _ id: String, name: String, phone: String, unit: String, unitKind: UnitKind, post: String,
        certificates: [Certificate], after predecessor: Int64?, by actor: Actor
    ) async throws {
        let (unitID, actions) = try await self.unit(named: unit, kind: unitKind, by: actor)
        try await book.record(
            actions + [
                AccountActions.register(
                    person: id, name: name, phone: phone, unit: unitID, post: post, certificates: certificates,
                    after: predecessor, by: actor)
            ])
    }

    /// The unit of a name, and what registers it where it is new.
    private func unit(
        named name: String, kind: UnitKind, by actor: Actor
    ) async throws -> (id: String, actions: [Action]) {
        let known = try await book.database.read { try AccountStore.units(in: $0) }.first { $0.name == name }
        if let known { return (known.id, []) }
        let id = MintedID.mint(at: book.clock())
        return (id, [AccountActions.register(unit: id, name: name, kind: kind, by: actor)])
    }
}
