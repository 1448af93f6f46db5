/// Why a report was not taken in at all.
package struct LaboratoryError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        case tooLarge
        /// No row of the sheet names the columns in `detail`.
        case noHead
        /// A cell lost digits.
        case rounded
        /// The table has no row that can be used.
        case nothingUsable
        /// Rows were refused and the others were not asked for alone; `detail` is their number.
        case refused
        /// The paper is no PDF.
        case noPaper
        /// No plan of the name or id in `detail`.
        case noPlan
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
        case .tooLarge: "文件超过 \(LaboratoryTable.greatestFileBytes >> 20) MB，请只保留数据表"
        case .noHead: "第一张工作表前 40 行没有表头，表头至少要有：\(detail)"
        case .rounded: "单元格 \(detail) 的数字超过 15 位有效数字，已被表格软件改动，请改为文本后再导入"
        case .nothingUsable: "没有一行可用，未作任何改动"
        case .refused: "有 \(detail) 行不能采用，未作任何改动；请更正后再导入，或只采用可用的行"
        case .noPaper: "须附盖章的检测报告（PDF）"
        case .noPlan: "没有手工监测计划“\(detail)”"
        }
    }
}
