/// Why a file was not taken in at all.
package struct ImportError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The file has no row.
        case empty
        /// A column that the format needs is not there; `detail` names it.
        case missingColumn
        /// Times in the file have no year and none was given.
        case noYear
        /// Every row was refused.
        case nothingUsable
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .empty: "文件没有内容"
        case .missingColumn: "文件缺少“\(detail)”列，请核对是否选对了数据类型（air 为空气站，water 为地表水）"
        case .noYear: "文件中的监测时间没有年份，请用 --year 指明，例如 --year 2021"
        case .nothingUsable: "没有一行可用，未作任何改动"
        }
    }
}
