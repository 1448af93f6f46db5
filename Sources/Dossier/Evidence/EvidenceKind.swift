/// The kinds of evidence of 生态环境行政处罚办法（部令第30号）第26条.
package enum EvidenceKind: String, CaseIterable, Sendable {
    case document = "书证"
    case object = "物证"
    case recording = "视听资料"
    case electronic = "电子数据"
    case witness = "证人证言"
    case party = "当事人的陈述"
    case expertise = "鉴定意见"
    case scene = "勘验笔录、现场笔录"
}
