/// What is done with a draft besides writing in it.
package enum DraftDeed: String, CaseIterable, Sendable {
    case submit = "送核"
    case review = "核稿通过"
    case countersign = "会签同意"
    case deliberate = "审议通过"
    case sign = "签发"
    case number = "编号"
    case deliver = "报送"
    case publish = "公开"
    case sendBack = "退回"
    /// Settles 公开属性.
    case settleAccess = "定公开属性"
    /// 保密审查.
    case checkSecrecy = "保密审查"
    /// To whom it goes.
    case address = "定主送抄送"

    /// The stage that it ends; nil for what is done beside the way.
    package var stage: DraftStage? {
        switch self {
        case .submit: .drafting
        case .review: .reviewing
        case .countersign: .countersigning
        case .deliberate: .deliberating
        case .sign: .signing
        case .number: .numbering
        case .deliver: .delivering
        case .publish: .publishing
        case .sendBack, .settleAccess, .checkSecrecy, .address: nil
        }
    }

    /// The facts that it states, in the order of its form.
    package var facts: [DraftFact] {
        switch self {
        case .submit, .review, .countersign, .sendBack: [.words]
        case .deliberate: [.meeting, .day, .words]
        case .sign: [.words]
        case .number: [.number]
        case .deliver: [.receiver, .day, .receipt]
        case .publish: [.place, .day]
        case .settleAccess: [.access, .reason]
        case .checkSecrecy: [.result, .reason]
        case .address: [.recipients, .copies]
        }
    }
}
