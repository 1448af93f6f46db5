/// A page of analysis: what was asked, facts, and sections with a drawing, its table and its file.
package struct AnalysisPage: Sendable {
    package let frame: PageFrame
    package let heading: String
    /// What it is about, e.g. 衡央公园　PM₂.₅　2025-11-28 至 2026-11-27.
    package let sub: String
    /// The pages beside this one.
    package let views: [View]
    /// Where the form leads.
    package let action: String
    /// What may be chosen; empty where nothing is.
    package let fields: [Field]
    /// Nil where no values are shown.
    package let state: DataState?
    package let facts: [LabelledText]
    package let sections: [Section]

    /// A page of analysis in the row of all.
    package struct View: Sendable {
        package let label: String
        package let href: String
        package let isCurrent: Bool
        /// What it answers.
        package let purpose: String
    }

    /// A field of the form: choices, or a date or month to write.
    package struct Field: Sendable {
        package let name: String
        package let label: String
        /// Choices; empty for a field to write in.
        package let choices: [ReviewForm.Choice]
        /// `date` or `month`; nil for choices.
        package let type: String?
        /// What stands in it.
        package let value: String
    }

    /// A drawing with its table.
    package struct Section: Sendable {
        package let title: String
        package let chart: ChartFragment?
        /// Why there is nothing; nil where there is.
        package let emptyReason: String?
        package let table: Table?
        /// How it was computed and what it does not say.
        package let notes: [String]
        /// The table as a file; nil without a table.
        package let csvHref: String?
    }

    package struct Table: Sendable {
        package let caption: String
        package let heads: [String]
        package let rows: [Row]
    }

    package struct Row: Sendable {
        /// The head of the row.
        package let label: String
        /// Where it leads; nil for plain words.
        package let href: String?
        package let cells: [String]
    }
}
