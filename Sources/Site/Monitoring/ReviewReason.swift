/// The reasons for 存疑 that are offered, by the code that is recorded.
enum ReviewReason: String, CaseIterable {
    case jump
    case fault
    case calibration
    case power
    case localSource = "local-source"
    case inverted
    case flat
    case other

    var label: String {
        switch self {
        case .jump: "数值突变，邻站无同步变化"
        case .fault: "仪器故障或维护"
        case .calibration: "校准、质控期间"
        case .power: "停电、断网后恢复"
        case .localSource: "站点周边局部源干扰"
        case .inverted: "PM₂.₅ 与 PM₁₀ 倒挂"
        case .flat: "数值长时间不变"
        case .other: "其他（请在说明中写明）"
        }
    }

    /// The words for a code; an unknown code is shown as recorded.
    static func label(_ code: String) -> String { ReviewReason(rawValue: code)?.label ?? code }
}
