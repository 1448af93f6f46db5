package import Standards

/// The score of a case's file (评分表).
package struct ScoreSheet: Sendable {
    /// A grave fault and what became of it.
    package struct Fatal: Sendable {
        package let item: FatalRules.Item
        package let verdict: CaseVerdict
        /// What a person answered; nil where nobody did or the program decides.
        package let answer: ReviewAnswer?
        /// Why the leader lets it pass; nil where nobody did.
        package let override: ReviewAnswer?

        /// Whether it stands against the file.
        package var isOpen: Bool {
            if override != nil { return false }
            if case .found = verdict { return true }
            return answer?.isFault ?? false
        }

        /// Whether nobody has decided it yet.
        package var isUndecided: Bool {
            if answer != nil || override != nil { return false }
            if case .undecided = verdict { return true }
            return item.check == nil
        }
    }

    /// One line of points.
    package struct Line: Sendable {
        package let paper: String
        package let points: Rational
        /// Reached; nil where the paper is not at stake in this case.
        package let reached: Rational?
        /// What was lost, each with why.
        package let losses: [String]
    }

    package let fatal: [Fatal]
    package let lines: [Line]
    /// What was taken off, with why.
    package let deductions: [(words: String, points: Rational)]
    package let deducted: Rational
    /// The sum; 0 with an open grave fault.
    package let total: Rational

    /// The grave faults that stand against the file.
    package var open: [Fatal] { fatal.filter(\.isOpen) }
}
