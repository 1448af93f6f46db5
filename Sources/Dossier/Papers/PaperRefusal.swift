/// Why something may not be done with a paper: what is wrong, in Chinese words of the form.
package struct PaperRefusal: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// Others changed the paper since it was on screen.
        case moved
        /// There is no such matter, paper or form on that day.
        case unknownMatter, unknownPaper, unknownForm
        /// An element that the form does not have, or whose value does not fit; a text that is too long.
        case elementWrong, tooLong
        /// Required elements, or the day, are missing.
        case incomplete
        /// It is complete or spoiled already.
        case alreadyComplete, alreadySpoiled
        /// It has no number yet, has one, or its form has none.
        case notNumbered, alreadyNumbered, unnumbered
        /// The scan is of another revision, or of no revision of this paper.
        case otherRevision, foreignScan
        /// The scan, the signers, signatures on every page, the note of refusal with its witness, or a reason is missing.
        case scanMissing, signersMissing, pagesUnsigned, witnessMissing, reasonMissing
        /// The form asks for no such signature, or the person is in no post that may give it, or gave it already.
        case unknownPart, notInPost, signedAlready
        /// Electronic signatures are not enough for papers that leave the bureau.
        case paperOnly
        /// The day lies ahead or before the paper's own.
        case dayWrong
    }

    package let code: Code
    /// What it is about: elements, parts, the other revision.
    package var details: [String]

    package init(_ code: Code, _ details: [String] = []) {
        self.code = code
        self.details = details
    }

    /// What happened and how to mend it.
    package var message: String {
        let list = details.joined(separator: "、")
        return switch code {
        case .moved: "您查看之后文书已有改动（\(list)），请看过再决定"
        case .unknownMatter: "没有这个办件"
        case .unknownPaper: "没有这份文书"
        case .unknownForm: "该日没有施行的文书格式：\(list)"
        case .elementWrong: "填写有误：\(list)"
        case .tooLong: "文字过长：\(list)"
        case .incomplete: "要素不全，不能编号或者签署：\(list)；请补填后再办"
        case .alreadyComplete: "文书已经签署完成，不能再改；须另作一份，或者先作废"
        case .alreadySpoiled: "文书已经作废"
        case .notNumbered: "文书尚未编号，请先编号再打印签署"
        case .alreadyNumbered: "文书已经编号：\(list)"
        case .unnumbered: "这种文书不编号"
        case .otherRevision: "扫描件是\(list)，请打印现稿重新签署"
        case .foreignScan: "校验码与本文书的任何一稿都不符，请核对二维码下的校验码"
        case .scanMissing: "须上传签字盖章后的扫描件"
        case .signersMissing: "签名不全：\(list)"
        case .pagesUnsigned: "须逐页签名：\(list)"
        case .witnessMissing: "当事人拒绝签名的，须注明情况并有见证人"
        case .reasonMissing: "须写明原因"
        case .unknownPart: "这份文书没有“\(list)”这一签名"
        case .notInPost: "“\(list)”不由您的岗位签署"
        case .signedAlready: "“\(list)”已经签署"
        case .paperOnly: "这份文书须打印后签字盖章，不能只用电子签名"
        case .dayWrong: "日期有误：\(list)"
        }
    }
}
