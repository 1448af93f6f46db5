/// The list of a kind: query bar, filters, and twenty lines a page.
package struct SourcesPage: Sendable {
    package let frame: PageFrame
    package let kindTitle: String
    /// E.g. 在册，含“污水”；共 42 家.
    package let filterText: String
    package let states: [Choice]
    package let form: Form
    package let columns: [Column]
    package let rows: [Row]
    package let pager: Pager?
    package let mapHref: String
    package let xlsxHref: String
    package let csvHref: String
    /// Nil for who may not change the register.
    package let newHref: String?
    package let importHref: String?
    /// Said when nothing is listed: why, and what to do.
    package let emptyReason: String

    /// What is listed by its standing.
    package struct Choice: Sendable {
        package let label: String
        package let href: String
        package let isCurrent: Bool
    }

    /// The fields by which the list is narrowed.
    package struct Form: Sendable {
        package let action: String
        package let show: String
        /// The rectangle of the map; empty for none.
        package let box: String
        package let text: String
        /// What the words are looked for in.
        package let textHint: String
        package let selects: [Select]
        package let clearHref: String

        package struct Select: Sendable {
            package let name: String
            package let label: String
            package let options: [Option]
        }

        package struct Option: Sendable {
            package let value: String
            package let label: String
            package let isSelected: Bool
        }
    }

    package struct Column: Sendable {
        package let label: String
        package let isNumber: Bool
    }

    /// One source.
    package struct Row: Sendable {
        /// 序号.
        package let number: String
        package let name: String
        package let href: String
        /// In how many fields two origins differ; nil for none.
        package let contestedText: String?
        package let isObject: Bool
        /// Behind the name, in the order of the columns.
        package let cells: [Cell]
    }

    package struct Cell: Sendable {
        package let text: String
        package let isNumber: Bool
        /// Whether two origins differ about it.
        package let isContested: Bool
        /// Whether its code cannot be right.
        package let isDoubtful: Bool
    }
}
