/// What an action can change in figures of periods that are over; every kind of action declares one.
///
/// The order of the cases is the order in which a difference between two moments is split.
package enum ActionEffect: String, CaseIterable, Comparable, Sendable {
    /// It brings data that arrived late.
    case data
    /// It judges data again.
    case review
    /// It changes what is looked at: objects, bindings, acceptance, targets.
    case scope
    /// It changes the rules by which data are judged, or the figures' definitions.
    case rule
    /// It changes no figure.
    case none

    /// The parts of a difference, in their order.
    package static let parts: [ActionEffect] = [.data, .review, .scope, .rule]

    /// The word for readers.
    package var word: String {
        switch self {
        case .data: "迟到或补传数据"
        case .review: "复核"
        case .scope: "范围变化"
        case .rule: "规则版本"
        case .none: "不影响指标"
        }
    }

    package static func < (left: ActionEffect, right: ActionEffect) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
