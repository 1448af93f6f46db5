import Accounts
import Casework
package import Reporting

extension DraftPeople {
    /// Who acts on a draft, as the accounts say it: the person of the account, or that person in the posts of who is away.
    package static let accounts = DraftPeople { actor, day, connection in
        let found = try MatterActor.acting(actor, on: day, in: connection)
        return DraftPerson(id: found.person, roles: Set(found.roles))
    }
}
