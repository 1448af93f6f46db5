/// A step of the three-level review of a report or sheet (三级审核).
package struct ManualReviewStep: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        /// 一审: whoever knows the work compares sheets, report and quality control.
        case checked
        /// 二审.
        case examined
        /// 三审签发: from now on the values count.
        case issued
        /// Back to whoever brought it.
        case returned

        /// The levels in their order.
        package static let levels: [Kind] = [.checked, .examined, .issued]

        package var title: String {
            switch self {
            case .checked: "一审校核"
            case .examined: "二审审核"
            case .issued: "三审签发"
            case .returned: "退回"
            }
        }
    }

    package let kind: Kind
    package let note: String
    package let reviewer: String
    /// The accounts that took it: who acted, and who was away where somebody stood in.
    package let people: Set<String>
    /// In milliseconds since 1970-01-01T00:00:00Z.
    package let decidedMilliseconds: Int64
    package let sequence: Int64
}
