/// How much a finding weighs. Notes do not make a report fail.
package enum FindingSeverity: String, CaseIterable, Sendable, Codable {
    case error, warning, note

    package var name: String {
        switch self {
        case .error: "错误"
        case .warning: "警告"
        case .note: "提示"
        }
    }
}
