/// A piece of a document's text.
package enum PaperPart: Sendable, Hashable {
    case title([PaperText])
    case heading(Int, [PaperText])
    case paragraph([PaperText])
    /// Set at the right edge: dates, issuers.
    case aside([PaperText])
    case note([PaperText])
    case table(Table)

    /// A table: heads, and rows that stand as written or repeat over a list.
    package struct Table: Sendable, Hashable {
        /// The list whose rows it repeats over; nil for fixed rows.
        package let list: String?
        /// Arguments of all its figures; a value names a column of the list.
        package let arguments: [String: String]
        package let header: [String]
        package let rows: [[[PaperText]]]
    }

    /// The figures that stand in it.
    package var figureIDs: [String] {
        let texts: [PaperText]
        switch self {
        case .title(let all), .heading(_, let all), .paragraph(let all), .aside(let all), .note(let all): texts = all
        case .table(let table): texts = table.rows.flatMap { $0.flatMap { $0 } }
        }
        return texts.compactMap { text in
            if case .figure(let id, _) = text { id } else { nil }
        }
    }
}
