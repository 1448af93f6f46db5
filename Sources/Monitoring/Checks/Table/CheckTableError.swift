/// Why a table could not be read at all.
package struct CheckTableError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        case noHeader
        /// Required columns that are lacking; of the items at least one.
        case missingColumns
        case repeatedColumns
    }

    package let code: Code
    package let columns: [String]

    init(_ code: Code, columns: [String]) {
        self.code = code
        self.columns = columns
    }
}

extension CheckTableError: CustomStringConvertible {
    /// What is wrong and how to mend it, in Chinese.
    package var description: String {
        let names = columns.map { "“\($0)”" }.joined(separator: "、")
        return switch code {
        case .noHeader: "输入没有可读的表头。首行须为 time,station 和因子列（如 so2,no2,pm10,pm25,co,o3），UTF-8 编码。"
        case .missingColumns: "表头缺少列：\(names)\(columns == CheckTable.items ? "（至少须有其中一列）" : "")。"
        case .repeatedColumns: "表头中\(names)列出现多次，无法判断用哪一列。请只保留一列，或给其余的改名。"
        }
    }
}
