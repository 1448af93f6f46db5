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
        /// A sealed document's claims are not what its record says, or a claim cannot be read.
        case damagedClaim
        /// No sealed document prints such a claim.
        case unknownClaim
        /// A text is no name of a claim.
        case malformedClaimID
        /// A document was to be sealed before its period `subject` is over.
        case periodOpen
        /// A document was to be sealed again though no figure of it and no input has changed since record `detail`.
        case unchanged
        /// No checkpoint covers the document's record yet.
        case notSigned
        /// A sealed figure computed again as of its moment is another: the store or the program is at fault.
        case irreproducible
        /// A file is no proof bundle; `subject` names the part that is missing or torn.
        case faultyBundle
        /// A bundle does not prove what it claims; `subject` names the item, `detail` what about it.
        case refuted
        /// A document's text cannot be read; `detail` says where and why.
        case malformedDocument
        /// A document waits for a capability, `detail`.
        case notEnabled
        /// A figure of a document that goes its way through the bureau names no section that answers for it.
        case unanswered
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
        case .damagedClaim: "封存文件（台账第 \(subject) 条）的数字凭证损坏：\(detail)。请运行 qingheng verify 查明"
        case .unknownClaim: "没有编号为“\(subject)”的数字凭证。请核对文件上印的编号"
        case .malformedClaimID: "“\(subject)”不是数字凭证编号。编号由 12 个字母和数字组成，四个一组，如 7F3K-2M9Q-4X6T"
        case .periodOpen: "\(subject)还没有结束，没有封存。时段结束、数据到齐后再封存"
        case .unchanged: "与台账第 \(detail) 条封存的定稿相比，各数字及其输入都没有变化，没有再次封存。请使用原定稿"
        case .notSigned: "封存文件（台账第 \(detail) 条）之后还没有签名的检查点，暂时不能出具证明。服务每小时签名一次，封存时也签名"
        case .irreproducible: "指标“\(subject)”按封存时的记录（截至第 \(detail) 条）重新计算，结果不同，没有出具证明。请运行 qingheng verify 查明"
        case .faultyBundle: "不是完整的证明包：\(subject) 缺失或内容不成立"
        case .refuted: "证明不成立：\(subject)：\(detail)不符"
        case .notEnabled: "“\(subject)”未启用：\(detail)"
        case .unanswered: "文件“\(detail)”用到的指标“\(subject)”没有责任科室（responsible），数据无人确认"
        case .malformedDocument: "文件模板“\(subject)”有误：\(detail)"
        }
    }
}
