/// 案卷评查: the score of a case's file, grave faults first.
package struct ScorePage: Sendable {
    package let frame: PageFrame
    package let matterTitle: String
    package let matterHref: String
    package let docxHref: String
    package let totalText: String
    package let summary: String
    package let error: String?
    package let action: String
    package let token: String
    package let fatal: [FatalRow]
    package let lines: [LineRow]
    package let deductions: [LabelledText]

    /// A grave fault.
    package struct FatalRow: Sendable {
        package let number: Int
        package let group: String
        package let words: String
        package let basis: String
        package let verdict: String
        package let tone: String
        package let faults: [String]
        /// What a person said of it.
        package let said: String?
        /// Whether a person answers it here.
        package let asksAnswer: Bool
        /// Whether the visitor may let it pass.
        package let asksOverride: Bool
    }

    /// A paper with its points.
    package struct LineRow: Sendable {
        package let paper: String
        package let points: String
        package let reached: String
        package let losses: [String]
    }
}
