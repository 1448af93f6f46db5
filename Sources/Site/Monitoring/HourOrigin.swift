/// Where values came from: a packet of a device, or a row of an imported file.
package struct HourOrigin: Sendable {
    /// 报文 or 导入.
    package let kind: String
    /// One line, e.g. 2026-11-21 07:02:11 收到，MN 88888880000001，CN 2061 小时数据, or the file with its line.
    package let summary: String
    /// Address of the packet's or row's own page.
    package let href: String
    /// The bytes as text, or the row as it stands in the file.
    package let raw: String
    /// Decoded fields or columns with their names.
    package let fields: [LabelledText]
    /// Check in words, e.g. CRC 正确，长度 317 与声明一致; nil for an import.
    package let verdict: String?
    /// `better` or `worse`; nil for an import.
    package let verdictTone: String?
}
