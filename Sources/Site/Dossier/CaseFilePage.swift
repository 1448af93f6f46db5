/// A page of a case file: cards with what is on record, and the forms by which more is put there. Works without script.
package struct CaseFilePage: Sendable {
    package let frame: PageFrame
    package let heading: String
    /// What the matter is called and where it stands.
    package let sub: String
    package let tabs: [Tab]
    package let past: PastNote?
    /// Why the last attempt was refused and how to mend it; nil at first.
    package let error: String?
    /// What has to be known of the whole page.
    package let hints: [String]
    package let cards: [Card]
    /// Said where there are no cards.
    package let emptyText: String
    /// The forms below all cards.
    package let forms: [CaseForm]

    /// The way to another page of the same matter.
    package struct Tab: Sendable {
        package let label: String
        package let href: String
        package let isCurrent: Bool
    }

    /// One thing on record.
    package struct Card: Sendable {
        /// For links within the page.
        package let id: String
        package let title: String
        package let detail: String
        package let tags: [Tag]
        /// A small picture of it; nil where there is none.
        package let thumbnailHref: String?
        package let facts: [LabelledText]
        /// What has to be heeded.
        package let warnings: [String]
        /// Tables: cases to compare with, what happened.
        package let tables: [Table]
        package let forms: [CaseForm]
    }

    package struct Tag: Sendable {
        package let label: String
        package let tone: String
    }

    package struct Table: Sendable {
        package let caption: String
        package let heads: [String]
        package let rows: [Row]
        package let hint: String?

        package struct Row: Sendable {
            package let cells: [String]
            package let link: TextLink?
        }
    }
}
