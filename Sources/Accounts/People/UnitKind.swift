/// What a unit is.
package enum UnitKind: String, CaseIterable, Sendable {
    /// 科室, of the bureau itself.
    case section
    /// 街道、镇.
    case town
    /// 其他部门.
    case department
    /// 企业.
    case enterprise
    /// 第三方运维、检测.
    case contractor

    /// Its Chinese name.
    package var title: String {
        switch self {
        case .section: "本局科室"
        case .town: "街镇"
        case .department: "其他部门"
        case .enterprise: "企业"
        case .contractor: "第三方机构"
        }
    }
}
