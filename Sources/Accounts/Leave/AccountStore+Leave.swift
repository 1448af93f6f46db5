package import Standards
package import Storage

extension AccountStore {
    /// All leaves that were ever registered and not taken back, the latest first.
    package static func leaves(limit: Int, in connection: ReadConnection) throws -> [Leave] {
        try connection.rows(
            "SELECT person, substitute, first, last, seq FROM account_leave ORDER BY first DESC, person LIMIT \(limit)",
            leave
        ).compactMap(\.self)
    }

    /// Those in which a person is away or stands in, and that have a day in common with others.
    static func leaves(with person: String, within days: ClosedRange<CivilDate>, in connection: ReadConnection) throws
        -> [Leave]
    {
        try connection.rows(
            """
            SELECT person, substitute, first, last, seq FROM account_leave
            WHERE (person = \(person) OR substitute = \(person))
            AND first <= \(days.upperBound.description) AND last >= \(days.lowerBound.description)
            ORDER BY first, person
            """, leave
        ).compactMap(\.self)
    }

    /// The leaves in which a person stands in on a day.
    package static func represented(by person: String, on date: CivilDate, in connection: ReadConnection) throws
        -> [Leave]
    {
        try leaves(with: person, within: date...date, in: connection).filter { $0.substitute == person }
    }

    /// The accounts that a person may use on a day because their owners are away.
    package static func accounts(representedBy person: String, on date: CivilDate, in connection: ReadConnection) throws
        -> [Represented]
    {
        try represented(by: person, on: date, in: connection).flatMap { leave in
            let absent = try AccountStore.person(leave.person, in: connection)
            return try accounts(of: leave.person, in: connection).filter { !$0.isDisabled }.map { account in
                Represented(
                    login: account.login, name: absent?.displayName ?? account.login, roles: account.roles,
                    scope: account.scope, until: leave.days.upperBound)
            }
        }
    }

    private static func leave(_ row: SQLRow) throws -> Leave? {
        guard let first = CivilDate(try row.text("first")), let last = CivilDate(try row.text("last")), first <= last
        else { return nil }
        return Leave(
            person: try row.text("person"), substitute: try row.text("substitute"), days: first...last,
            record: try row.integer("seq"))
    }
}
