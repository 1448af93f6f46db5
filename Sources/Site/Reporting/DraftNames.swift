import Accounts
import Reporting
import Storage

/// What people and posts of drafts are called.
enum DraftNames {
    /// What people put into a draft, with the name of who signed it.
    static func contents(of draft: Draft, in connection: ReadConnection) throws -> PaperContents {
        let signer = try draft.holding(.sign).map { try name($0.person, in: connection) }
        return draft.contents { _ in signer ?? "" }
    }

    /// The name of a person; the id where there is none.
    static func name(_ person: String, in connection: ReadConnection) throws -> String {
        try AccountStore.person(person, in: connection)?.displayName ?? person
    }
}
