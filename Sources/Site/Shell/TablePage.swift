/// A page of tables with the forms that fill them: what it speaks of, what may be chosen, tables, forms.
package struct TablePage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let subtitle: String
    /// The address of the choices.
    package let action: String
    package let choices: [Choice]
    package let links: [TextLink]
    /// The same as a file; nil where there is none.
    package let csvHref: String?
    /// Why the last entry was refused; nil at first.
    package let error: String?
    package let tables: [Table]
    package let forms: [CaseForm]
    /// Why there are no forms though the page has some; nil otherwise.
    package let formRefusal: String?
    package let hint: String?

    /// One thing to choose: a date, a month, a line, or one of some options.
    package struct Choice: Sendable {
        package let name: String
        package let label: String
        /// `date`, `month` or `text`; nil for options.
        package let kind: String?
        package let value: String
        package let options: [ReviewForm.Choice]

        static func month(_ name: String, _ label: String, _ value: String) -> Choice {
            Choice(name: name, label: label, kind: "month", value: value, options: [])
        }

        static func options(_ name: String, _ label: String, _ options: [ReviewForm.Choice]) -> Choice {
            Choice(name: name, label: label, kind: nil, value: "", options: options)
        }
    }

    package struct Table: Sendable {
        package let id: String
        package let title: String
        package let note: String
        package let heads: [Head]
        package let rows: [Row]
        /// Said where there is no row.
        package let empty: String
        package let width: Int

        init(
            _ id: String, _ title: String, note: String = "", heads: [Head], rows: [[Cell]], empty: String
        ) {
            self.id = id
            self.title = title
            self.note = note
            self.heads = heads
            self.rows = rows.map { Row(cells: $0) }
            self.empty = empty
            width = heads.count
        }
    }

    package struct Head: Sendable, ExpressibleByStringLiteral {
        package let text: String
        package let className: String

        package init(stringLiteral text: String) {
            self.text = text
            className = ""
        }

        private init(number text: String) {
            self.text = text
            className = "num"
        }

        /// The head of a column of numbers.
        static func number(_ text: String) -> Head { Head(number: text) }
    }

    package struct Row: Sendable {
        package let cells: [Cell]
    }

    package struct Cell: Sendable {
        package let text: String
        /// Nil where it leads nowhere.
        package let href: String?
        /// `num`, `wrap`, `late`, or empty.
        package let className: String

        static func text(_ text: String, href: SiteURL? = nil) -> Cell {
            Cell(text: text, href: href?.path, className: "wrap")
        }

        static func number(_ text: String, href: SiteURL? = nil) -> Cell {
            Cell(text: text, href: href?.path, className: "num")
        }

        /// Something that is late or wrong; the words say so as well.
        static func late(_ text: String) -> Cell { Cell(text: text, href: nil, className: "wrap late") }
    }
}
