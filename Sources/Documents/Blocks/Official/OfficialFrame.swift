/// What makes a paper an official document: head, addressees, list of appendices, signature, remark and colophon
/// (GB/T 9704-2012). Any paper can be put into it.
///
/// ```swift
/// let frame = OfficialFrame(
///     head: OfficialHead(issuers: ["青衡市生态环境局"], number: OfficialNumber(code: "青环发", year: 2026, serial: 12).text),
///     addressees: ["市人民政府"], signature: Signature(lines: ["青衡市生态环境局"], date: "2026年2月27日"))
/// let document = frame.framing(report)
/// ```
package struct OfficialFrame: Hashable, Sendable {
    package var head: OfficialHead
    /// 主送机关; the colon is added.
    package var addressees: [String]
    /// Names of the appendices, for 附件说明.
    package var appendices: [String]
    package var signature: Signature?
    /// 附注, without its brackets.
    package var remark: String?
    /// Of minutes: who was there.
    package var attendance: [OfficialAttendance]
    package var colophon: Colophon?

    package init(
        head: OfficialHead, addressees: [String] = [], appendices: [String] = [], signature: Signature? = nil,
        remark: String? = nil, attendance: [OfficialAttendance] = [], colophon: Colophon? = nil
    ) {
        self.head = head
        self.addressees = addressees
        self.appendices = appendices
        self.signature = signature
        self.remark = remark
        self.attendance = attendance
        self.colophon = colophon
    }

    /// The paper inside this frame: the head above its title, the addressees below it, the rest behind its text.
    ///
    /// The list of sources – references with their heading, and what stands behind them – begins a page of its own behind
    /// the signature: it is no part of the text that is signed out.
    ///
    /// - Parameter appended: what follows the signature and stands before the colophon, each beginning with an
    ///   `OfficialAppendix`.
    package func framing(_ paper: Paper, appended: [Block] = []) -> Paper {
        var framed = paper
        var blocks: [Block] = [.officialHead(head)]
        var text = paper.blocks.filter { block in
            // The head takes the place of a masthead, the frame's signature that of the paper.
            switch block {
            case .masthead: false
            case .signature: signature == nil
            default: true
            }
        }
        if let title = text.firstIndex(where: { if case .title = $0 { true } else { false } }) {
            blocks += text[...title]
            text.removeSubrange(...title)
        }
        if !addressees.isEmpty {
            blocks.append(.paragraph(Paragraph([Run(addressees.joined(separator: "，") + "：")], style: .flush)))
        }
        let sources = Self.sources(text)
        blocks += text[..<sources]
        if !appendices.isEmpty { blocks.append(.appendixList(appendices)) }
        if let signature { blocks.append(.signature(signature)) }
        if let remark { blocks.append(.paragraph(Paragraph([Run("（\(remark)）")]))) }
        if !attendance.isEmpty { blocks.append(.attendance(attendance)) }
        blocks += appended
        if sources < text.endIndex { blocks += [.pageBreak] + text[sources...] }
        if let colophon, !colophon.isEmpty { blocks.append(.colophon(colophon)) }
        framed.blocks = blocks
        return framed
    }

    /// Where the list of sources begins, with its heading and remarks; the end where there is none.
    private static func sources(_ text: [Block]) -> Int {
        guard var start = text.firstIndex(where: { if case .references = $0 { true } else { false } }) else {
            return text.endIndex
        }
        while start > 0 {
            switch text[start - 1] {
            case .note, .heading: start -= 1
            default: return start
            }
        }
        return start
    }
}
