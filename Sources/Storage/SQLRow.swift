internal import Foundation
internal import GRDB

/// One row of a result, valid only inside the closure that received it.
///
/// Reading a column that is absent or of another kind throws: a query and its reader that disagree are a defect that
/// must not turn into a silent zero.
package struct SQLRow {
    /// The row of either engine; what is read a million times goes straight to it.
    enum Source {
        case sqlite(GRDB.Row)
        case postgreSQL(PostgreSQLRow)
    }

    let source: Source

    /// The integer in a column.
    package func integer(_ column: String) throws -> Int64 { try required(try optionalInteger(column), column) }

    /// The integer in a column, nil for NULL.
    package func optionalInteger(_ column: String) throws -> Int64? {
        switch source {
        case .sqlite(let row): try row.optional(column, of: "INTEGER")
        case .postgreSQL(let row):
            switch try row.value(column) {
            case .null: nil
            case .integer(let number): number
            case .text, .blob: throw StorageError(.wrongColumnType, detail: "\(column): INTEGER")
            }
        }
    }

    /// The text in a column.
    package func text(_ column: String) throws -> String { try required(try optionalText(column), column) }

    /// The text in a column, nil for NULL.
    package func optionalText(_ column: String) throws -> String? {
        switch source {
        case .sqlite(let row): try row.optional(column, of: "TEXT")
        case .postgreSQL(let row):
            switch try row.value(column) {
            case .null: nil
            case .text(let text): text
            case .integer, .blob: throw StorageError(.wrongColumnType, detail: "\(column): TEXT")
            }
        }
    }

    /// The bytes in a column.
    package func bytes(_ column: String) throws -> [UInt8] { try required(try optionalBytes(column), column) }

    /// The bytes in a column, nil for NULL.
    package func optionalBytes(_ column: String) throws -> [UInt8]? {
        switch source {
        case .sqlite(let row):
            let data: Data? = try row.optional(column, of: "BLOB")
            return data.map(Array.init)
        case .postgreSQL(let row):
            switch try row.value(column) {
            case .blob(let bytes): return bytes
            case .null: return nil
            case .integer, .text: throw StorageError(.wrongColumnType, detail: "\(column): BLOB")
            }
        }
    }

    /// Whether a 0/1 column is 1.
    package func flag(_ column: String) throws -> Bool { try integer(column) != 0 }

    /// An integer or text column as text; nil for NULL or when the result has no such column.
    package func anyText(_ column: String) throws -> String? {
        let value: SQLValue?
        switch source {
        case .sqlite(let row):
            let stored: DatabaseValue? = row[column]
            if case .double = stored?.storage { throw StorageError(.wrongColumnType, detail: column) }
            value = stored.map { SQLValue($0) }
        case .postgreSQL(let row): value = try row.result.column(column).map { try row.result.value(row.index, $0) }
        }
        switch value {
        case nil, .null: return nil
        case .integer(let number): return String(number)
        case .text(let text): return text
        case .blob: throw StorageError(.wrongColumnType, detail: column)
        }
    }

    /// Every integer or text column with its name; NULL is empty.
    package var namedTexts: [(String, String)] {
        switch source {
        case .sqlite(let row):
            row.map { name, value in
                switch value.storage {
                case .int64(let number): (name, String(number))
                case .string(let text): (name, text)
                case .null, .blob, .double: (name, "")
                }
            }
        case .postgreSQL(let row):
            (0..<row.result.columnCount).map { column in
                switch try? row.result.value(row.index, column) {
                case .integer(let number): (row.result.name(of: column), String(number))
                case .text(let text): (row.result.name(of: column), text)
                case nil, .null, .blob: (row.result.name(of: column), "")
                }
            }
        }
    }

    /// The integer in the column at an index: the fast way for wide scans.
    package func integer(at index: Int) -> Int64 {
        switch source {
        case .sqlite(let row): return row[index]
        case .postgreSQL(let row):
            guard let number = row.result.integer(row.index, index) else {
                preconditionFailure("column \(row.result.name(of: index)) is NULL")
            }
            return number
        }
    }

    /// The text in the column at an index, nil for NULL: the fast way for wide scans.
    package func optionalText(at index: Int) -> String? {
        switch source {
        case .sqlite(let row): row[index]
        case .postgreSQL(let row): row.result.text(row.index, index)
        }
    }

    /// The integer in the column at an index, nil for NULL.
    package func optionalInteger(at index: Int) -> Int64? {
        switch source {
        case .sqlite(let row): row[index]
        case .postgreSQL(let row): row.result.integer(row.index, index)
        }
    }

    /// Every column, in the order of the statement. For dumps and comparisons.
    package var values: [SQLValue] {
        switch source {
        case .sqlite(let row): row.databaseValues.map { SQLValue($0) }
        case .postgreSQL(let row):
            (0..<row.result.columnCount).map { (try? row.result.value(row.index, $0)) ?? .null }
        }
    }

    private func required<Value>(_ value: Value?, _ column: String) throws(StorageError) -> Value {
        guard let value else { throw StorageError(.unexpectedNull, detail: column) }
        return value
    }
}
