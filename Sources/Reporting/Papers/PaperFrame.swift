package import Standards

/// What stands round the text of an official document (GB/T 9704-2012, 7.2 and 7.4); nil or empty where it is not settled.
package struct PaperFrame: Sendable, Hashable {
    /// 发文字号, such as 衡环报〔2027〕3号.
    package var number: String?
    /// 签发人, as printed.
    package var signer: String?
    /// 成文日期: the day of the signature.
    package var day: CivilDate?
    /// 主送机关.
    package var recipients: [String]
    /// 抄送机关.
    package var copies: [String]

    package init(
        number: String? = nil, signer: String? = nil, day: CivilDate? = nil, recipients: [String] = [],
        copies: [String] = []
    ) {
        self.number = number
        self.signer = signer
        self.day = day
        self.recipients = recipients
        self.copies = copies
    }
}
