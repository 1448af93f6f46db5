/// What kind of business a procedure is.
package enum ProcedureFamily: String, CaseIterable, Sendable {
    case penalty, coercion, transfer, enforcement, inspection, complaint, permit, disclosure, remedy, governance,
        environment

    /// On screen.
    package var title: String {
        switch self {
        case .penalty: "行政处罚"
        case .coercion: "责令改正与强制措施"
        case .transfer: "移送"
        case .enforcement: "执行与案卷"
        case .inspection: "检查与非现场监管"
        case .complaint: "信访举报与督察整改"
        case .permit: "许可与备案"
        case .disclosure: "公开"
        case .remedy: "复议与诉讼"
        case .governance: "法治政府"
        case .environment: "专项治理"
        }
    }
}
