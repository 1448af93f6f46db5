/// What somebody does in a matter, as far as others may not be done by the same person.
package enum MatterPart: String, CaseIterable, Sendable {
    /// 调查取证.
    case investigator
    /// 法制审核.
    case reviewer
    /// 主持听证.
    case hearingHost = "hearing-host"
    /// 集体讨论表决.
    case voter

    /// Its Chinese name.
    package var title: String {
        switch self {
        case .investigator: "调查人员"
        case .reviewer: "审核人员"
        case .hearingHost: "听证主持人"
        case .voter: "表决人员"
        }
    }
}
