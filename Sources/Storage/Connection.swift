internal import Foundation
internal import GRDB

/// What may be asked inside `Database.read`.
package struct ReadConnection {
    let database: GRDB.Database

    /// All rows of a statement, each turned into a value.
    package func rows<Value>(_ sql: SQL, _ transform: (SQLRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEachRow(sql) { values.append(try transform($0)) }
        return values
    }

    /// The first row of a statement, or nil.
    package func first<Value>(_ sql: SQL, _ transform: (SQLRow) throws -> Value) throws -> Value? {
        let cursor = try cursor(sql)
        return try cursor.next().map { try transform(SQLRow(row: $0)) }
    }

    /// Whether a statement returns any row.
    package func exists(_ sql: SQL) throws -> Bool { try first(sql) { _ in true } ?? false }

    /// Visits the rows of a statement without keeping them.
    package func forEachRow(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
        let cursor = try cursor(sql)
        while let row = try cursor.next() { try body(SQLRow(row: row)) }
    }

    private func cursor(_ sql: SQL) throws -> RowCursor {
        let (text, values) = sql.renderedForSQLite()
        let statement = try database.cachedStatement(sql: text)
        return try Row.fetchCursor(statement, arguments: StatementArguments(values.map(\.databaseValue)))
    }
}

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
        try statement.execute(arguments: StatementArguments(values.map(\.databaseValue)))
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
}

/// Inserts rows with one prepared statement; lives no longer than its transaction.
package struct Inserter {
    let statement: Statement

    /// Inserts one row; the values stand in the order of the columns.
    package func insert(_ values: [SQLValue]) throws {
        statement.setUncheckedArguments(StatementArguments(values.map(\.databaseValue)))
        try statement.execute()
    }
}

extension SQLValue {
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
