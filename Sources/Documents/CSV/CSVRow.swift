/// One row of a CSV stream. Cheap to copy; keeping it keeps its block (about 256 KiB) of the input in memory.
package struct CSVRow: Sendable {
    /// Why a row should not be trusted. Its fields can still be read.
    package enum Fault: Hashable, Sendable {
        /// The row has another number of fields than the first row.
        case ragged(expected: Int, found: Int)
        /// There is text between a closing quote and the next separator; it was appended to the field.
        case textAfterQuote
        /// The bytes are not UTF-8 (often GBK from an older Excel).
        case notUTF8

        /// What is wrong and how to mend it, in Chinese, without the line number.
        package var message: String {
            switch self {
            case .ragged(let expected, let found): "有 \(found) 列，表头为 \(expected) 列。请检查是否缺列或多了逗号。"
            case .textAfterQuote: "闭合的双引号后面还有文字。字段内的双引号须写成两个。"
            case .notUTF8: "不是 UTF-8 编码。请另存为 UTF-8（Excel：另存为“CSV UTF-8（逗号分隔）”）。"
            }
        }
    }

    let block: CSVBlock
    let first: Int

    /// Number of fields.
    package let count: Int
    /// 1-based physical line on which the row starts (a quoted field may span several).
    package let line: Int
    /// What is wrong with the row, if anything.
    package let fault: Fault?

    /// The field in column `column`, counted from 0. A column the row does not have reads as empty:
    /// `fault` says `.ragged` then.
    package subscript(column: Int) -> CSVField {
        guard column >= 0, column < count else { return CSVField(block: block, start: 0, end: 0) }
        let bounds = block.bounds[first + column]
        return CSVField(block: block, start: Int(bounds >> 32), end: Int(bounds & 0xFFFF_FFFF))
    }

    /// Calls `body` with the bytes of the field in column `column` in place (empty when the row has no such column).
    package func withUTF8<Result, Failure: Error>(
        _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bounds = column >= 0 && column < count ? block.bounds[first + column] : 0
        return try block.bytes.withUnsafeBufferPointer { (all) throws(Failure) -> Result in
            try body(UnsafeBufferPointer(rebasing: all[Int(bounds >> 32)..<Int(bounds & 0xFFFF_FFFF)]))
        }
    }

    /// All fields as text.
    package var strings: [String] { (0..<count).map { self[$0].string } }
}
