/// Why a row of a file was not taken in.
package struct RowRefusal: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The row's shape or encoding is wrong.
        case malformed
        /// The time cannot be read.
        case time
        /// The row names no station or section.
        case noObject
        /// A value is no number.
        case notANumber
        /// A concentration below zero.
        case negative
        /// A value that cannot be, such as a pH of 21.
        case impossible
        /// The row holds no value at all and says that the station was stopped.
        case noValues
    }

    package let line: Int
    package let code: Code
    /// The column in the file's own words.
    package let column: String
    /// What stood there.
    package let text: String

    package init(line: Int, code: Code, column: String, text: String) {
        self.line = line
        self.code = code
        self.column = column
        self.text = text
    }

    /// The reason in one sentence, with what to mend.
    package var message: String {
        switch code {
        case .malformed: "行格式不对：\(text)"
        case .time: "“\(column)”列的时间“\(text)”无法识别，应如 2026-11-21T0800 或 2026-11-21 08:00"
        case .noObject: "“\(column)”列为空，不知是哪个站点"
        case .notANumber: "“\(column)”列的“\(text)”不是数值；缺测请留空，未监测请写 /"
        case .negative: "“\(column)”列的浓度 \(text) 为负值，请核对原始数据"
        case .impossible: "“\(column)”列的数值 \(text) 超出可能范围，请核对原始数据"
        case .noValues: "整行没有监测值（\(text)）"
        }
    }
}
