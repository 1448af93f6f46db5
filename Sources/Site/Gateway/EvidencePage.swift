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
    /// The bytes cut into fields, for reading in one go.
    package let spans: [Span]
    /// Every field with its bytes and its meaning, in the order of the packet.
    package let parts: [Part]
    /// The fields of ciphered content after deciphering, with their places in the plain text; empty for content in clear.
    package let deciphered: [Part]
    /// All bytes in figures, sixteen a line.
    package let dump: String
    /// CRC verdict.
    package let crc: Check
    /// Length verdict.
    package let length: Check
    /// What the parser had to say beyond that; empty for nothing.
    package let issues: [Issue]
    /// Hours or figures that rest on this packet.
    package let uses: [TextLink]

    /// What became of it: verdict, reason, answer.
    package let fate: [LabelledText]
    /// Said when it is shown as of a past moment; nil for the present.
    package let past: PastNote?
    /// How far the ledger is signed, and who outside keeps its checkpoints.
    package let standing: LedgerStanding

    /// A field among the bytes.
    package struct Span: Sendable {
        /// Class of its colour, e.g. `b-head`.
        package let tone: String
        package let text: String
        /// What it is, e.g. 命令编码：小时数据.
        package let title: String
        package let hasIssue: Bool
    }

    /// A field with its bytes.
    package struct Part: Sendable {
        /// Class of its colour, e.g. `b-head`.
        package let tone: String
        /// Where it stands, counted from 0, e.g. 6—26.
        package let position: String
        /// E.g. 帧头, 报文头, 数据区.
        package let section: String
        /// Name as sent, e.g. a34004-Avg; or what the part is.
        package let name: String
        /// Value as sent, decoded.
        package let value: String
        /// What it says, e.g. PM₂.₅ 平均值，单位 μg/m³.
        package let meaning: String
        /// In figures, e.g. `23 23`.
        package let hex: String
        /// What is wrong with it; empty for nothing.
        package let issues: [Issue]
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
