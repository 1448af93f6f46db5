import Standards

/// The figures of a document for which one section answers, with what it said of each (数据确认单).
package struct DraftSection: Sendable {
    /// How a figure stands.
    package enum Standing: String, Sendable {
        case open = "未确认"
        case provided = "已提供，待审核"
        case confirmed = "已确认"
        case disputed = "有异议"
        /// It was confirmed with another value than it has now.
        case changed = "确认后数值有变化"
    }

    /// One figure.
    package struct Line: Sendable {
        package let figure: FigureValue
        package let standing: Standing
        package let provided: DraftAnswer?
        package let reviewed: DraftAnswer?
        /// Why it is disputed; nil otherwise.
        package let disputed: DraftAnswer?
    }

    /// The post of the section, by its id; empty for figures that name none.
    package let role: String
    package let lines: [Line]

    /// Whether two people of the section confirmed every figure as it is printed now.
    package var isConfirmed: Bool { lines.allSatisfy { $0.standing == .confirmed } }

    /// What is printed of its figures, by their addresses: what a confirmation says.
    package var printed: [String: String] {
        Dictionary(lines.map { ($0.figure.request.path, $0.figure.printedWithUnit) }, uniquingKeysWith: { $1 })
    }

    /// How many figures stand how, without those that are confirmed.
    package var openWords: String {
        let open = lines.filter { $0.standing != .confirmed }
        return Dictionary(grouping: open, by: \.standing).sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.key.rawValue) \($0.value.count) 个" }.joined(separator: "，")
    }

    /// The sections of the figures of a document, in the order of their first figures.
    package static func all(of figures: [FigureValue], answers: [DraftAnswer]) -> [DraftSection] {
        var roles: [String] = []
        for figure in figures {
            let role = figure.definition.responsible ?? ""
            if !roles.contains(role) { roles.append(role) }
        }
        return roles.map { role in
            let own = answers.filter { $0.role == role }
            return DraftSection(
                role: role,
                lines: figures.filter { ($0.definition.responsible ?? "") == role }.map { line($0, own) })
        }
    }

    private static func line(_ figure: FigureValue, _ answers: [DraftAnswer]) -> Line {
        let key = figure.request.path
        let about = answers.filter { $0.printed[key] != nil }
        let now = figure.printedWithUnit
        func last(_ word: DraftAnswer.Word) -> DraftAnswer? {
            about.last { $0.word == word && $0.printed[key] == now }
        }
        let (provided, disputed) = (last(.provided), about.last { $0.word == .disputed })
        // A review counts for what was provided before it, by somebody else.
        let reviewed = last(.reviewed).flatMap { review in
            provided.map { review.sequence > $0.sequence && review.person != $0.person } == true ? review : nil
        }
        let standing: Standing
        if let disputed, disputed.sequence > (provided?.sequence ?? 0) {
            standing = .disputed
        } else if provided == nil {
            standing = about.isEmpty ? .open : .changed
        } else {
            standing = reviewed == nil ? .provided : .confirmed
        }
        return Line(
            figure: figure, standing: standing, provided: provided, reviewed: reviewed,
            disputed: standing == .disputed ? disputed : nil)
    }
}
