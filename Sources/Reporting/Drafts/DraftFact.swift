/// A fact that a deed states.
package enum DraftFact: String, CaseIterable, Sendable {
    case words, meeting, day, number, receiver, receipt, place, access, reason, result, recipients, copies

    /// What it is called on screen.
    package var title: String {
        switch self {
        case .words: "意见"
        case .meeting: "会议名称和届次"
        case .day: "日期"
        case .number: "发文字号"
        case .receiver: "接收机关"
        case .receipt: "回执或收文号"
        case .place: "公开地址"
        case .access: "公开属性"
        case .reason: "理由"
        case .result: "审查结论"
        case .recipients: "主送机关"
        case .copies: "抄送机关"
        }
    }

    /// Whether it may be left empty.
    package var isOptional: Bool { [.words, .receipt, .copies].contains(self) }

    /// The words to choose from; empty for what is written freely.
    package var choices: [String] {
        switch self {
        case .access: PublicAccess.allCases.map(\.rawValue)
        case .result: SecrecyResult.allCases.map(\.rawValue)
        default: []
        }
    }
}
