/// A fault of the store.
package struct AuditFinding: Sendable, Hashable {
    /// What is at fault, `kind/name`: `record/17`, `segment/…`, `claim/…`, for programs.
    package let item: String
    /// The same in words: 第 17 条记录.
    package let place: String
    /// What is wrong, in Chinese.
    package let fault: String

    package init(item: String, place: String, fault: String) {
        self.item = item
        self.place = place
        self.fault = fault
    }

    static func record(_ sequence: Int64, _ fault: String) -> AuditFinding {
        AuditFinding(item: "record/\(sequence)", place: "第 \(sequence) 条记录", fault: fault)
    }
}
