/// Who took part in a meeting, was excused from it, or sat in (GB/T 9704-2012, 10.3).
package struct OfficialAttendance: Hashable, Sendable {
    package enum Role: String, Hashable, Sendable, CaseIterable {
        case present, excused, observing

        /// As printed.
        package var name: String {
            switch self {
            case .present: "出席"
            case .excused: "请假"
            case .observing: "列席"
            }
        }
    }

    package var role: Role
    /// 单位 and names, as printed.
    package var people: String

    package init(_ role: Role, people: String) {
        self.role = role
        self.people = people
    }
}
