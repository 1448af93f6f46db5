/// What a section says of figures that it answers for.
package struct DraftAnswer: Hashable, Sendable {
    /// What is said.
    package enum Word: String, CaseIterable, Sendable {
        /// 提供: the figures are those of the section.
        case provided
        /// 审核: a second person of the section checked them.
        case reviewed
        /// They are disputed, with the reason.
        case disputed

        /// What it is called on screen.
        package var title: String {
            switch self {
            case .provided: "提供"
            case .reviewed: "审核"
            case .disputed: "有异议"
            }
        }
    }

    package let sequence: Int64
    package let milliseconds: Int64
    package let person: String
    /// The post of the section, by its id.
    package let role: String
    package let word: Word
    /// What was printed of each figure, by its address (`FigureRequest.path`).
    package let printed: [String: String]
    /// Why it is disputed; empty otherwise.
    package let reason: String
}
