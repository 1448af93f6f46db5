internal import Foundation
internal import GRDB

/// What may be asked inside `Database.read`.
package struct ReadConnection {
    /// The connection of either engine.
    enum Engine {
        case sqlite(GRDB.Database)
        case postgreSQL(PostgreSQLConnection)
    }

    let engine: Engine

    /// All rows of a statement, each turned into a value.
    package func rows<Value>(_ sql: SQL, _ transform: (SQLRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEachRow(sql) { values.append(try transform($0)) }
        return values
    }

    /// The first row of a statement, or nil.
    package func first<Value>(_ sql: SQL, _ transform: (SQLRow) throws -> Value) throws -> Value? {
        switch engine {
        case .sqlite(let database):
            // A row is read through its cursor, which must not go before.
            let cursor = try cursor(sql, in: database)
            return try cursor.next().map { try transform(SQLRow(source: .sqlite($0))) }
        case .postgreSQL(let connection):
            let result = try connection.execute(sql)
            if result.rowCount == 0 { return nil }
            return try transform(SQLRow(source: .postgreSQL(PostgreSQLRow(result: result, index: 0))))
        }
    }

    /// Whether a statement returns any row.
    package func exists(_ sql: SQL) throws -> Bool { try first(sql) { _ in true } ?? false }

    /// Visits the rows of a statement without keeping them.
    package func forEachRow(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
        switch engine {
        case .sqlite(let database):
            let cursor = try cursor(sql, in: database)
            while let row = try cursor.next() { try body(SQLRow(source: .sqlite(row))) }
        case .postgreSQL(let connection):
            let result = try connection.execute(sql)
            for index in 0..<result.rowCount {
                try body(SQLRow(source: .postgreSQL(PostgreSQLRow(result: result, index: index))))
            }
        }
    }

    private func cursor(_ sql: SQL, in database: GRDB.Database) throws -> RowCursor {
        let (text, values) = sql.renderedForSQLite()
        let statement = try database.cachedStatement(sql: text)
        return try Row.fetchCursor(statement, arguments: StatementArguments(values.map { $0.databaseValue }))
    }
}
