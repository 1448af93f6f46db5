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
        return try Row.fetchCursor(statement, arguments: StatementArguments(values.map { $0.databaseValue }))
    }
}
