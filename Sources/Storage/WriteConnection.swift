internal import Foundation
internal import GRDB

/// What may be done inside `Database.write`.
package struct WriteConnection {
    /// The same connection for questions; it sees what this transaction has written.
    package let reading: ReadConnection

    /// Runs a statement.
    ///
    /// - Returns: the number of rows that it changed.
    @discardableResult
    package func execute(_ sql: SQL) throws -> Int {
        switch reading.engine {
        case .sqlite(let database):
            let (text, values) = sql.renderedForSQLite()
            let statement = try database.cachedStatement(sql: text)
            try statement.execute(arguments: StatementArguments(values.map { $0.databaseValue }))
            return database.changesCount
        case .postgreSQL(let connection): return try connection.execute(sql).changedCount
        }
    }

    /// Runs definitions (`CREATE …`, `DROP …`) that return nothing and hold no values; they are written for SQLite and rendered
    /// for the other engine.
    package func define(_ statements: [String]) throws {
        switch reading.engine {
        case .sqlite(let database): for statement in statements { try database.execute(sql: statement) }
        case .postgreSQL(let connection):
            // A statement prepared before would not know the new tables.
            try connection.forgetStatements()
            for statement in statements { try connection.run(DefinitionText.forPostgreSQL(statement)) }
        }
    }

    /// A prepared insert for many rows.
    ///
    /// - Parameter ignoringConflicts: a row whose key exists already is left as it was.
    package func inserter(
        into table: String, _ columns: [String], ignoringConflicts: Bool = false
    ) throws -> Inserter {
        try inserter(into: table, columns, tail: ignoringConflicts ? " ON CONFLICT DO NOTHING" : "")
    }

    /// A prepared insert for many rows; a row whose key exists already is brought up to date.
    ///
    /// - Parameters:
    ///   - columns: in the order of the values of each row.
    ///   - conflict: what follows `ON CONFLICT`, e.g. `(id) DO UPDATE SET n = t.n + excluded.n`, where `t` is the table; from the
    ///     program, never from outside.
    package func upserter(
        into table: String, _ columns: [String], onConflict conflict: String
    ) throws -> Inserter {
        try inserter(into: table, columns, tail: " ON CONFLICT \(conflict)")
    }

    /// Inserts rows with one prepared statement; see `upserter(into:_:onConflict:)`.
    package func upsert(
        into table: String, _ columns: [String], onConflict conflict: String, _ rows: some Sequence<[SQLValue]>
    ) throws {
        let upserter = try upserter(into: table, columns, onConflict: conflict)
        for row in rows { try upserter.insert(row) }
    }

    private func inserter(into table: String, _ columns: [String], tail: String) throws -> Inserter {
        let head = "INSERT INTO \(table) (\(columns.joined(separator: ","))) VALUES"
        switch reading.engine {
        case .sqlite(let database):
            let places = columns.map { _ in "?" }.joined(separator: ",")
            return Inserter(engine: .sqlite(try database.cachedStatement(sql: "\(head) (\(places))\(tail)")))
        case .postgreSQL(let connection):
            let places = (1...columns.count).map { "$\($0)" }.joined(separator: ",")
            // The columns say what the values are.
            let name = try connection.statement("\(head) (\(places))\(tail)", columns.map { _ in 0 })
            return Inserter(engine: .postgreSQL(connection, statement: name))
        }
    }
}
