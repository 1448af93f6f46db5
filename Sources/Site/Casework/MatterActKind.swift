import Casework
import Records
import Standards

/// What else may be done with a matter besides the steps of its procedure.
enum MatterActKind: String, CaseIterable {
    case transfer, join, opinion, sign, sendBack = "send-back", withdraw, delegate, pause, resume, extend, merge,
        escalate

    var title: String {
        switch self {
        case .transfer: "移交承办"
        case .join: "增加协办"
        case .opinion: "提协办意见"
        case .sign: "会签"
        case .sendBack: "退回"
        case .withdraw: "撤回本人上一步"
        case .delegate: "委托代办"
        case .pause: "停算时限"
        case .resume: "恢复时限"
        case .extend: "延长时限"
        case .merge: "并入另一办件"
        case .escalate: "督办、约谈、移送记录"
        }
    }

    /// Those that make sense now.
    static func open(in matter: Matter) -> [MatterActKind] {
        let running = matter.clocks.filter { if case .stopped = $0.status { false } else { true } }
        return allCases.filter { kind in
            switch kind {
            case .transfer, .join, .delegate: !matter.isOver
            case .opinion: !matter.coHandlers.isEmpty && !matter.isOver
            case .sign: matter.offers.contains { !$0.missingSigners.isEmpty }
            case .sendBack, .withdraw: matter.path.count > 1 && !matter.isOver
            case .pause: running.contains { !$0.run.terms.pauses.isEmpty && $0.status == .running }
            case .resume: running.contains { if case .paused = $0.status { true } else { false } }
            case .extend:
                running.contains { $0.run.extensions.count < $0.run.terms.extensions.count }
            case .merge: !matter.isOver
            case .escalate: running.contains { $0.isOverdue }
            }
        }
    }
}
