/// Who signs a paper.
package struct PaperSigner: Hashable, Sendable {
    /// As whom: 当事人, 执法人员, 记录人, 承办人, 审核人, 负责人, 印章.
    package let part: String
    /// How many.
    package let least: Int
    /// The posts whose people may sign electronically; empty where only paper counts.
    package let roles: [String]
    /// Whether every page bears the signature (逐页签名).
    package let signsEachPage: Bool
}
