package import Standards
package import Storage

/// How a paper came to stand: the signed scan, an electronic signature, or the note that the party refused to sign.
package struct PaperCompletion: Sendable, Hashable {
    /// The way.
    package enum Way: String, CaseIterable, Sendable {
        /// Printed, signed or sealed by hand, scanned, returned: the scan of exactly this revision.
        case scan = "签字盖章扫描件"
        /// Signed electronically.
        case electronic = "电子签名"
        /// The party refused: noted, with a witness (行政处罚法第61条；民事诉讼法留置送达).
        case refused = "拒签注明"
    }

    /// One signature on the paper.
    package struct Signer: Sendable, Hashable {
        /// As whom: 当事人, 执法人员, 记录人, 审核人, 负责人, 见证人, 印章.
        package let part: String
        /// The id of a person of the bureau, or nil of an outsider and of a seal.
        package let person: String?
        package let day: CivilDate

        package init(part: String, person: String?, day: CivilDate) {
            self.part = part
            self.person = person
            self.day = day
        }
    }

    package var way: Way
    /// The scan; nil of an electronic signature.
    package var scan: AttachmentID?
    /// The revision that was signed.
    package var revision: Int
    package var signers: [Signer]
    /// Pages of the paper, and how many of them bear the party's signature (逐页签名).
    package var pages: Int
    package var signedPages: Int
    /// Of a refusal: what happened, and who witnessed it.
    package var note: String
    /// The day on which it was complete.
    package var day: CivilDate
    /// The record that says so.
    package var sequence: Int64

    package init(
        way: Way, scan: AttachmentID?, revision: Int, signers: [Signer], pages: Int, signedPages: Int, note: String,
        day: CivilDate, sequence: Int64
    ) {
        self.way = way
        self.scan = scan
        self.revision = revision
        self.signers = signers
        self.pages = pages
        self.signedPages = signedPages
        self.note = note
        self.day = day
        self.sequence = sequence
    }
}
