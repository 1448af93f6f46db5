/// 办件: matters as a list or as a board by stage.
package struct MattersPage: Sendable {
    package let frame: PageFrame
    package let countText: String
    /// Nil for who may only look.
    package let newHref: String?
    package let listHref: String
    package let boardHref: String
    /// The yearly statistics so far.
    package let statisticsHref: String
    package let isBoard: Bool
    package let action: String
    package let text: String
    package let view: String
    package let procedures: [ReviewForm.Choice]
    package let shows: [ReviewForm.Choice]
    package let isMine: Bool
    package let rows: [Row]
    package let pager: Pager?
    /// Of the board: one a stage.
    package let columns: [Column]
    package let emptyReason: String
    /// Numbers of the running clocks by the step of the ladder that they have reached.
    package let counts: [LabelledText]

    /// A matter.
    package struct Row: Sendable {
        package let title: String
        package let href: String
        package let procedure: String
        package let state: String
        package let handler: String
        package let opened: String
        /// The clock that ends first; nil where none runs.
        package let clock: String?
        package let clockName: String?
        package let step: String?
        package let tone: String
    }

    /// A stage with its matters.
    package struct Column: Sendable {
        package let state: String
        package let count: Int
        package let rows: [Row]
    }
}
