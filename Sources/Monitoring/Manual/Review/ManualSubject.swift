/// What is reviewed: a laboratory's report, or a sheet of which everything was measured on the spot.
package struct ManualSubject: Sendable {
    package let id: String
    package let plan: String
    /// Who brought it: accounts that may not review it.
    package let people: Set<String>
    /// The steps taken so far, oldest first.
    package let steps: [ManualReviewStep]
    /// The report; nil for a sheet.
    package let report: LaboratoryReport?

    /// What comes next; nil when it is issued or returned.
    package var next: ManualReviewStep.Kind? {
        if let last = steps.last?.kind, last == .issued || last == .returned { return nil }
        return ManualReviewStep.Kind.levels.first { level in !steps.contains { $0.kind == level } }
    }
}
