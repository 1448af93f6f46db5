extension MatterAct {
    /// What was done, in Chinese, as it stands behind the name of a person.
    package var words: String {
        switch self {
        case .opened: "立了办件"
        case .step(let step): "办了“\(step.action)”"
        case .sentBack(let state, _): "退回到“\(state)”"
        case .withdrawn: "撤回了上一步"
        case .transferred: "移交了承办"
        case .joined: "加入了协办单位"
        case .opinion: "提出了协办意见"
        case .signed(let action, let agrees, _): agrees ? "会签同意“\(action)”" : "会签不同意“\(action)”"
        case .delegated: "作了委托"
        case .paused(let clock, let ground, _): "因“\(ground)”停算时限“\(clock)”"
        case .resumed(let clock, _, _): "恢复计算时限“\(clock)”"
        case .extended(let clock, _): "批准延长时限“\(clock)”"
        case .merged: "并入了另一办件"
        case .mergedInto: "并入了另一办件，本件不再办理"
        case .splitOff: "分出了另一办件"
        case .escalated(_, let step, _, _): "办了“\(step)”"
        }
    }
}
