/// How far the review of a station's day has come: its steps, folded.
package struct ReviewDay: Sendable, Hashable {
    /// A day of which nobody has taken a step.
    package static let none = ReviewDay([])

    /// The last 初审.
    package private(set) var reviewed: ReviewStep?
    /// The last 复审.
    package private(set) var signed: ReviewStep?
    /// The lock that holds; nil while it is open.
    package private(set) var locked: ReviewStep?
    /// The last unlocking.
    package private(set) var unlocked: ReviewStep?
    /// The month's lock that holds; nil while it is open.
    package private(set) var monthLocked: ReviewStep?

    /// - Parameter steps: of the day and of its month, oldest first.
    package init(_ steps: [ReviewStep]) {
        for step in steps {
            switch step.kind {
            case .reviewed: reviewed = step
            case .signed: signed = step
            case .locked: locked = step
            case .unlocked: (locked, unlocked) = (nil, step)
            case .monthLocked: monthLocked = step
            case .monthUnlocked: monthLocked = nil
            }
        }
    }

    /// Whether its values take no decision.
    package var isLocked: Bool { locked != nil || monthLocked != nil }
}
