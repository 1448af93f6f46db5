/// One row of a result.
struct PostgreSQLRow {
    let result: PostgreSQLResult
    let index: Int

    /// - Throws: `StorageError` with `.noSuchColumn`.
    func value(_ column: String) throws(StorageError) -> SQLValue {
        guard let place = result.column(column) else { throw StorageError(.noSuchColumn, detail: column) }
        return try result.value(index, place)
    }

    func integer(_ column: String) throws(StorageError) -> Int64 {
        guard case .integer(let number) = try value(column) else {
            throw StorageError(.wrongColumnType, detail: column)
        }
        return number
    }

    func text(_ column: String) throws(StorageError) -> String {
        guard case .text(let text) = try value(column) else { throw StorageError(.wrongColumnType, detail: column) }
        return text
    }
}
