import Catalog
import Standards

/// What the list of rules shows.
package enum RuleFilter: String, CaseIterable, Sendable {
    case all
    /// In force on the present day.
    case inForce = "in-force"
    /// Not yet checked against the text.
    case provisional

    var label: String {
        switch self {
        case .all: "全部"
        case .inForce: "现行"
        case .provisional: "暂定"
        }
    }

    func lists(_ header: RuleHeader, on day: CivilDate) -> Bool {
        switch self {
        case .all: true
        case .inForce: header.effective.contains(day)
        case .provisional: header.confidence == .provisional
        }
    }
}
