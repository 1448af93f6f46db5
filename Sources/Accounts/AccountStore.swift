import Ledger
import Records
package import Storage

/// Reads units, people and accounts.
package enum AccountStore {
    package static func units(in connection: ReadConnection) throws -> [Unit] {
        try connection.rows("SELECT id, name, kind, seq FROM account_unit ORDER BY id", unit).compactMap(\.self)
    }

    package static func unit(_ id: String, in connection: ReadConnection) throws -> Unit? {
        try connection.first("SELECT id, name, kind, seq FROM account_unit WHERE id = \(id)", unit) ?? nil
    }

    package static func people(in connection: ReadConnection) throws -> [Person] {
        try connection.rows(
            "SELECT id, unit, post, certificates, seq FROM account_person ORDER BY id", StoredPerson.init
        )
        .map { try $0.person(in: connection) }
    }

    package static func person(_ id: String, in connection: ReadConnection) throws -> Person? {
        try connection.first(
            "SELECT id, unit, post, certificates, seq FROM account_person WHERE id = \(id)", StoredPerson.init)?
            .person(in: connection)
    }

    package static func accounts(in connection: ReadConnection) throws -> [Account] {
        try connection.rows(
            "SELECT login, person, roles, scope, disabled, seq FROM account ORDER BY login", account)
    }

    package static func account(_ login: String, in connection: ReadConnection) throws -> Account? {
        try connection.first(
            "SELECT login, person, roles, scope, disabled, seq FROM account WHERE login = \(login)", account)
    }

    package static func accounts(of person: String, in connection: ReadConnection) throws -> [Account] {
        try connection.rows(
            "SELECT login, person, roles, scope, disabled, seq FROM account WHERE person = \(person) ORDER BY login",
            account)
    }

    /// The account that is linked with a person of a provider; nil for none.
    package static func account(
        linkedTo subject: String, of issuer: String, in connection: ReadConnection
    ) throws -> Account? {
        let login = try connection.first(
            "SELECT login FROM account_link WHERE issuer = \(issuer) AND subject = \(subject) ORDER BY login"
        ) { try $0.text("login") }
        return try login.flatMap { try account($0, in: connection) }
    }

    /// What a provider calls the person of an account; nil where they are not linked.
    package static func link(of login: String, in connection: ReadConnection) throws -> OpenIDLink? {
        try connection.first("SELECT issuer, subject FROM account_link WHERE login = \(login)") {
            OpenIDLink(issuer: try $0.text("issuer"), subject: try $0.text("subject"))
        }
    }

    /// Whether anybody has an account: until then whoever sits at the machine acts.
    package static func hasAccounts(in connection: ReadConnection) throws -> Bool {
        try connection.exists("SELECT 1 FROM account")
    }

    private static func unit(_ row: SQLRow) throws -> Unit? {
        guard let kind = UnitKind(rawValue: try row.text("kind")) else { return nil }
        return Unit(id: try row.text("id"), name: try row.text("name"), kind: kind, record: try row.integer("seq"))
    }

    private static func account(_ row: SQLRow) throws -> Account {
        let scope = try CanonicalValue(canonical: Array(try row.text("scope").utf8))
        return Account(
            login: try row.text("login"), person: try row.text("person"),
            roles: try row.text("roles").split(separator: " ").map(String.init), scope: DataScope(canonical: scope),
            isDisabled: try row.flag("disabled"), record: try row.integer("seq"))
    }

    /// A person without what stands beside the ledger.
    private struct StoredPerson {
        let id: String
        let unit: String
        let post: String
        let certificates: [Certificate]
        let record: Int64

        init(_ row: SQLRow) throws {
            id = try row.text("id")
            unit = try row.text("unit")
            post = try row.text("post")
            let list = try CanonicalValue(canonical: Array(try row.text("certificates").utf8))
            certificates = (list.elements ?? []).compactMap(Certificate.init(canonical:))
            record = try row.integer("seq")
        }

        func person(in connection: ReadConnection) throws -> Person {
            Person(
                id: id, unit: unit, post: post, certificates: certificates, record: record,
                name: try PersonalState.value("name", of: record, in: connection).text,
                phone: try PersonalState.value("phone", of: record, in: connection).text)
        }
    }
}
