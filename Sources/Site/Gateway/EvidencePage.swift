/// One packet as it was received, byte for byte, and what was read from it.
package struct EvidencePage: Sendable {
    package let frame: PageFrame
    /// E.g. 报文 0000000000018204.
    package let packetTitle: String
    /// Receive time, peer, device, segment and offset, digest.
    package let receipt: [LabelledText]
    /// The bytes as text; bytes that are not text are written \xNN, the device's password is written ******.
    package let raw: String
    /// E.g. 317 字节.
    package let sizeText: String
    /// Head fields QN ST CN PW MN Flag with their meaning.
    package let head: [Field]
    /// Fields of CP, one a row.
    package let content: [ContentRow]
    /// CRC verdict.
    package let crc: Check
    /// Length verdict.
    package let length: Check
    /// What the parser had to say beyond that; empty for nothing.
    package let issues: [Issue]
    /// Hours or figures that rest on this packet.
    package let uses: [TextLink]

    /// A field of the head.
    package struct Field: Sendable {
        /// As sent, e.g. CN.
        package let name: String
        package let value: String
        /// E.g. 上传污染物小时数据.
        package let meaning: String
    }

    /// A value of CP.
    package struct ContentRow: Sendable {
        /// Code with suffix as sent, e.g. a34004-Avg.
        package let code: String
        /// Name, e.g. PM₂.₅ 平均值; the code again where it is not known.
        package let name: String
        package let value: String
        /// Unit; — for none.
        package let unit: String
        /// Flag as sent with its meaning; — for none.
        package let flag: String
    }

    /// A check with its two sides.
    package struct Check: Sendable {
        /// Verdict in words, e.g. 正确.
        package let verdict: String
        /// `better` or `worse`.
        package let tone: String
        /// Value in the packet.
        package let given: String
        /// Value computed here.
        package let computed: String
    }

    /// A remark of the parser.
    package struct Issue: Sendable {
        package let code: String
        /// What is wrong and what was done about it.
        package let text: String
    }
}
