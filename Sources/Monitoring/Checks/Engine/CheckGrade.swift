/// How sure an automatic check is. Either puts a value before a reviewer; neither decides.
package enum CheckGrade: String, Sendable, CaseIterable, Comparable {
    /// Out of the ordinary (待核).
    case suspect
    /// Hardly possible, or known to be invalid (疑似无效).
    case fail

    package static func < (left: CheckGrade, right: CheckGrade) -> Bool { left == .suspect && right == .fail }
}
