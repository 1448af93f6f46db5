internal import Foundation
internal import GRDB

extension GRDB.Row {
    /// The value in a column, nil for NULL.
    ///
    /// - Throws: `StorageError` with `.noSuchColumn` or `.wrongColumnType`.
    func optional<Value: DatabaseValueConvertible>(_ column: String, of type: String) throws(StorageError) -> Value? {
        guard let value: DatabaseValue = self[column] else { throw StorageError(.noSuchColumn, detail: column) }
        if value.isNull { return nil }
        guard let converted = Value.fromDatabaseValue(value) else {
            throw StorageError(.wrongColumnType, detail: "\(column): \(type)")
        }
        return converted
    }
}

extension SQLValue {
    /// What SQLite holds; a floating number, which our statements do not make, as text.
    init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let number): .integer(number)
            case .string(let text): .text(text)
            case .blob(let data): .blob(Array(data))
            case .double(let number): .text(String(number))
            }
    }
}
