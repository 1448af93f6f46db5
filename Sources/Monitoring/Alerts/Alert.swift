package import Standards

/// An alert on record.
package struct Alert: Sendable, Hashable {
    /// What a person found.
    package enum Outcome: String, Sendable, CaseIterable {
        /// 属实.
        case real
        /// 误报.
        case mistaken
        /// 无法判断.
        case undecided
    }

    /// What was done about it.
    package struct Step: Sendable, Hashable {
        /// Nil for an assignment.
        package let outcome: Outcome?
        /// To whom it was given, or who found.
        package let person: String
        package let note: String
        /// In milliseconds since 1970-01-01T00:00:00Z.
        package let milliseconds: Int64
        package let sequence: Int64
    }

    package let id: String
    package let identity: AlertIdentity
    package let kind: AlertKind
    /// The end of the last period it spoke of when it was last looked at.
    package let until: Instant
    package let value: String
    package let text: String
    package let cause: String
    /// Why it was not brought before a person; empty where it was.
    package let suppressed: String
    /// Whether it went to a person although suppressed.
    package let isSampled: Bool
    /// When it was raised, and by when it is to be answered, in milliseconds since 1970-01-01T00:00:00Z.
    package let raisedMilliseconds: Int64
    package let dueMilliseconds: Int64
    /// The record that raised it.
    package let sequence: Int64
    /// Oldest first.
    package var steps: [Step]

    /// Whether a person is to look at it.
    package var isForPerson: Bool { suppressed.isEmpty || isSampled }
    /// To whom it was last given; nil for nobody.
    package var person: String? { steps.last { $0.outcome == nil }?.person }
    /// What was found; nil while it is open.
    package var outcome: Outcome? { steps.last?.outcome }
    /// When it was closed.
    package var closedMilliseconds: Int64? { steps.last { $0.outcome != nil }?.milliseconds }

    /// Whether it was answered too late, or is not answered although it should be.
    package func isOverdue(at milliseconds: Int64) -> Bool {
        isForPerson && (closedMilliseconds ?? milliseconds) > dueMilliseconds
    }
}
