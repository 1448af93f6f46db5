/// Why a figure or document could not be made.
package struct ReportingError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// No such figure in the catalog.
        case unknownFigure
        /// No such document in the catalog.
        case unknownDocument
        /// A figure's definition is not in force on the date.
        case notInForce
        /// A figure was asked for without one of its arguments.
        case missingArgument
        /// A selection returned text that is no number.
        case notANumber
        /// A document's text cannot be read; `detail` says where and why.
        case malformedDocument
    }

    package let code: Code
    package let subject: String
    package let detail: String

    package init(_ code: Code, subject: String, detail: String) {
        self.code = code
        self.subject = subject
        self.detail = detail
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .unknownFigure:
            detail.isEmpty ? "没有编号为“\(subject)”的指标" : "指标“\(subject)”引用了不存在的指标“\(detail)”"
        case .unknownDocument: "没有编号为“\(subject)”的文件"
        case .notInForce: "指标“\(subject)”在 \(detail) 没有生效的定义"
        case .missingArgument: "指标“\(subject)”需要参数“\(detail)”"
        case .notANumber: "指标取到的“\(detail)”不是数值，请检查规则目录中的定义"
        case .malformedDocument: "文件模板“\(subject)”有误：\(detail)"
        }
    }
}
