/// 版头: everything above the title (GB/T 9704-2012, 7.2; 10.1 for letters; 10.3 for minutes).
package struct OfficialHead: Hashable, Sendable {
    package var form: OfficialForm
    /// 份号: six digits on paper; only secret documents need one.
    package var copyNumber: Int?
    package var secrecy: OfficialSecrecy?
    package var urgency: OfficialUrgency?
    /// 发文机关, the one in charge first; of minutes the one line that names them, such as 局长办公会议纪要.
    package var issuers: [String]
    /// Whether 文件 stands behind the issuers; never in letters and minutes.
    package var saysDocument: Bool
    /// 发文字号 or, in minutes, their number, as printed.
    package var number: String?
    /// 签发人 of a document that goes up, in the order of the issuers.
    package var signers: [String]

    package init(
        _ form: OfficialForm = .document, copyNumber: Int? = nil, secrecy: OfficialSecrecy? = nil,
        urgency: OfficialUrgency? = nil, issuers: [String], saysDocument: Bool = true, number: String? = nil,
        signers: [String] = []
    ) {
        self.form = form
        self.copyNumber = copyNumber
        self.secrecy = secrecy
        self.urgency = urgency
        self.issuers = issuers
        self.saysDocument = saysDocument && form == .document
        self.number = number
        self.signers = signers
    }

    /// 份号, 密级和保密期限, 紧急程度: a line each, in the order of 7.2.3. The number of the copy is not in 黑体.
    var marks: [(text: String, isPlain: Bool)] {
        var marks: [(text: String, isPlain: Bool)] = []
        if let copyNumber {
            let digits = String(max(0, copyNumber))
            marks.append((String(repeating: "0", count: max(0, 6 - digits.count)) + digits, true))
        }
        if let secrecy { marks.append((secrecy.text, false)) }
        if let urgency { marks.append((urgency.name, false)) }
        return marks
    }

    /// 签发人, two names a line, as 7.2.6 has it.
    var signerRows: [[String]] {
        stride(from: 0, to: signers.count, by: 2).map { Array(signers[$0..<min($0 + 2, signers.count)]) }
    }
}
