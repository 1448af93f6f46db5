internal import Foundation
internal import GRDB

/// One row of a result, valid only inside the closure that received it.
///
/// Reading a column that is absent or of another kind throws: a query and its reader that disagree are a defect that
/// must not turn into a silent zero.
package struct SQLRow {
    let row: Row

    /// The integer in a column.
    package func integer(_ column: String) throws -> Int64 { try required(column, of: "INTEGER") }

    /// The integer in a column, nil for NULL.
    package func optionalInteger(_ column: String) throws -> Int64? { try optional(column, of: "INTEGER") }

    /// The text in a column.
    package func text(_ column: String) throws -> String { try required(column, of: "TEXT") }

    /// The text in a column, nil for NULL.
    package func optionalText(_ column: String) throws -> String? { try optional(column, of: "TEXT") }

    /// An integer or text column as text; nil for NULL or when the result has no such column.
    package func anyText(_ column: String) throws -> String? {
        guard let value: DatabaseValue = row[column] else { return nil }
        switch value.storage {
        case .null: return nil
        case .int64(let number): return String(number)
        case .string(let text): return text
        case .blob, .double: throw StorageError(.wrongColumnType, detail: column)
        }
    }

    /// Every integer or text column with its name; NULL is empty.
    package var namedTexts: [(String, String)] {
        row.map { name, value in
            switch value.storage {
            case .int64(let number): (name, String(number))
            case .string(let text): (name, text)
            case .null, .blob, .double: (name, "")
            }
        }
    }

    /// The bytes in a column.
    package func bytes(_ column: String) throws -> [UInt8] {
        let data: Data = try required(column, of: "BLOB")
        return Array(data)
    }

    /// Whether a 0/1 column is 1.
    package func flag(_ column: String) throws -> Bool { try integer(column) != 0 }

    /// The integer in the column at an index: the fast way for wide scans.
    package func integer(at index: Int) -> Int64 { row[index] }

    /// The text in the column at an index, nil for NULL: the fast way for wide scans.
    package func optionalText(at index: Int) -> String? { row[index] }

    /// The integer in the column at an index, nil for NULL.
    package func optionalInteger(at index: Int) -> Int64? { row[index] }

    /// Every column as text, in the order of the statement; NULL becomes nil. For dumps and comparisons.
    package var values: [SQLValue] {
        row.databaseValues.map { value in
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .string(let text): .text(text)
            case .blob(let data): .blob(Array(data))
            case .double(let number): .text(String(number))
            }
        }
    }

    private func optional<Value: DatabaseValueConvertible>(_ column: String, of type: String) throws -> Value? {
        guard let value: DatabaseValue = row[column] else {
            throw StorageError(.noSuchColumn, detail: column)
        }
        if value.isNull { return nil }
        guard let converted = Value.fromDatabaseValue(value) else {
            throw StorageError(.wrongColumnType, detail: "\(column): \(type)")
        }
        return converted
    }

    private func required<Value: DatabaseValueConvertible>(_ column: String, of type: String) throws -> Value {
        guard let value: Value = try optional(column, of: type) else {
            throw StorageError(.unexpectedNull, detail: column)
        }
        return value
    }
}
