/// Why a table could not be judged at all. A row that cannot be judged is no error: it keeps its place with a reason.
package struct JudgingError: Error, Hashable, Sendable {
    /// The kind of fault.
    package enum Code: String, Sendable {
        /// There is not even a header.
        case empty
        /// The header lacks the columns `columns`.
        case missingColumn
        /// The header has the columns `columns` more than once.
        case duplicateColumn
        /// The header is not UTF-8 or has text behind a closing quote.
        case malformedHeader
        /// The column `columns` names the unit `found`, which is not the one it is read in.
        case wrongUnit
    }

    package let code: Code
    /// The columns at fault, by their names.
    package let columns: [String]
    /// The columns the table must have.
    package let required: [String]
    /// The header as found.
    package let found: [String]

    package init(_ code: Code, columns: [String] = [], required: [String], found: [String] = []) {
        self.code = code
        self.columns = columns
        self.required = required
        self.found = found
    }
}

extension JudgingError: CustomStringConvertible {
    /// What is wrong and how to mend it, in Chinese.
    package var message: String {
        let names = columns.map { "“\($0)”" }.joined(separator: "、")
        let needed = required.joined(separator: ",")
        switch code {
        case .empty: return "输入没有内容。首行须为表头 \(needed)。"
        case .missingColumn:
            let header = RowFault.clipped(found.joined(separator: ","), to: 200)
            return "表头缺少\(names)列。须有 \(needed)（顺序不限，可有其他列），现为 \(header)。"
        case .duplicateColumn: return "表头中\(names)列出现多次，无法判断用哪一列。请只保留一列，或给其余的改名。"
        case .wrongUnit:
            let expected = columns.compactMap { ColumnUnit.expected[$0] }.joined(separator: "、")
            let found = RowFault.clipped(found.joined(separator: "、"))
            return "表头中\(names)列的单位写作“\(found)”，\(expected.isEmpty ? "本列没有单位，请去掉括号" : "须为 \(expected)，请先换算再导入")。"
        case .malformedHeader: return "表头无法读取。请检查首行的双引号，并另存为 UTF-8 编码。"
        }
    }

    /// The same text, so that an uncaught error is still readable.
    package var description: String { message }
}
