import Accounts
package import Records
package import Standards
package import Storage

extension MatterActor {
    /// Who acts, as the accounts say it: the person of the account, or that person in the posts of who is away.
    ///
    /// - Parameter today: the day on which it is put on record.
    /// - Throws: `RecordsError` with `.notPermitted` for somebody without an account, or who stands in for nobody today.
    package static func acting(
        _ actor: Actor, on today: CivilDate, in connection: ReadConnection
    ) throws -> MatterActor {
        guard let account = try AccountStore.account(actor.id, in: connection), !account.isDisabled,
            let person = try AccountStore.person(account.person, in: connection)
        else { throw RecordsError(.notPermitted, field: "actor", detail: actor.id) }
        guard let absent = actor.actingFor else {
            return MatterActor(person: person.id, roles: account.roles, unit: person.unit)
        }
        let represented = try AccountStore.accounts(representedBy: person.id, on: today, in: connection)
        guard let other = represented.first(where: { $0.login == absent }),
            let owner = try AccountStore.account(absent, in: connection)?.person,
            let away = try AccountStore.person(owner, in: connection)
        else { throw RecordsError(.notPermitted, field: Action.actingFor, detail: absent) }
        return MatterActor(person: person.id, roles: other.roles, unit: away.unit, standingFor: away.id)
    }
}
