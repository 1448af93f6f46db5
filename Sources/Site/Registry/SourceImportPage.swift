/// Taking a list in: the template, the file, what it would change, the yes.
package struct SourceImportPage: Sendable {
    package let frame: PageFrame
    package let heading: String
    package let action: String
    package let tokenValue: String
    package let templateXLSXHref: String
    package let templateCSVHref: String
    package let originText: String
    package let datums: [SourceFormPage.Option]
    /// Whether rows that are like a source can wait for a person.
    package let canMatch: Bool
    package let asksPeople: Bool
    /// Where rows wait; nil for kinds without matching.
    package let matchesHref: String?
    package let matchesText: String
    /// Why the file or the yes was refused; nil at first.
    package let error: String?
    /// What the file would change; nil before there is one.
    package let preview: Preview?
    package let batches: [Batch]

    package struct Preview: Sendable {
        package let fileName: String
        package let counts: [LabelledText]
        package let columnsText: String
        /// Columns that are not read; nil for none.
        package let unreadText: String?
        package let rows: [Row]
        /// Said when not all rows are listed.
        package let moreText: String?
        package let markedHref: String?
        package let uploadKey: String
        package let follows: String
        package let hasRefused: Bool
        /// Whether there is anything to take in.
        package let canApply: Bool
        package let applyText: String
    }

    package struct Row: Sendable {
        package let line: String
        package let name: String
        /// 新建, 修改, 无变化, 不能导入.
        package let outcome: String
        /// `better`, `warn`, `worse` or empty.
        package let tone: String
        package let href: String?
        package let changes: [Change]
        /// E.g. 12 个字段; what the changes are folded under.
        package let summary: String
        /// Whether the changes are in sight at once.
        package let opens: Bool
        package let notes: [Note]
    }

    package struct Change: Sendable {
        package let label: String
        package let old: String
        package let new: String
        package let isContested: Bool
    }

    package struct Note: Sendable {
        package let text: String
        package let isFault: Bool
    }

    package struct Batch: Sendable {
        package let fileName: String
        package let href: String
        package let timeText: String
        package let originText: String
        package let countsText: String
        package let isUndone: Bool
    }
}
