/// 紧急程度 (GB/T 9704-2012, 7.2.3).
package enum OfficialUrgency: String, Hashable, Sendable, CaseIterable {
    case most, more

    /// As printed.
    package var name: String {
        switch self {
        case .most: "特急"
        case .more: "加急"
        }
    }
}
