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
        let (text, values) = sql.renderedForSQLite()
        let statement = try reading.database.cachedStatement(sql: text)
        try statement.execute(arguments: StatementArguments(values.map { $0.databaseValue }))
        return reading.database.changesCount
    }

    /// Runs definitions (`CREATE …`, `DROP …`) that return nothing and hold no values.
    package func define(_ statements: [String]) throws {
        for statement in statements { try reading.database.execute(sql: statement) }
    }

    /// A prepared insert for many rows.
    ///
    /// - Parameter ignoringConflicts: a row whose key exists already is left as it was.
    package func inserter(
        into table: String, _ columns: [String], ignoringConflicts: Bool = false
    ) throws -> Inserter {
        let places = columns.map { _ in "?" }.joined(separator: ",")
        let tail = ignoringConflicts ? " ON CONFLICT DO NOTHING" : ""
        let text = "INSERT INTO \(table) (\(columns.joined(separator: ","))) VALUES (\(places))\(tail)"
        return Inserter(statement: try reading.database.cachedStatement(sql: text))
    }

    /// A prepared insert for many rows; a row whose key exists already is brought up to date.
    ///
    /// - Parameters:
    ///   - columns: in the order of the values of each row.
    ///   - conflict: what follows `ON CONFLICT`, e.g. `(id) DO UPDATE SET n = n + excluded.n`; from the program, never
    ///     from outside.
    package func upserter(
        into table: String, _ columns: [String], onConflict conflict: String
    ) throws -> Inserter {
        let places = columns.map { _ in "?" }.joined(separator: ",")
        let text =
            "INSERT INTO \(table) (\(columns.joined(separator: ","))) VALUES (\(places)) ON CONFLICT \(conflict)"
        return Inserter(statement: try reading.database.cachedStatement(sql: text))
    }

    /// Inserts rows with one prepared statement; see `upserter(into:_:onConflict:)`.
    package func upsert(
        into table: String, _ columns: [String], onConflict conflict: String, _ rows: some Sequence<[SQLValue]>
    ) throws {
        let upserter = try upserter(into: table, columns, onConflict: conflict)
        for row in rows { try upserter.insert(row) }
    }
}
