/// A piece of a document's text.
package enum PaperPart: Sendable, Hashable {
    case title([PaperText])
    /// A heading of level 1 (`##`) or 2 (`###`).
    case heading(Int, [PaperText])
    case paragraph([PaperText])
    /// Set at the right edge: dates, issuers.
    case aside([PaperText])
    case note([PaperText])
    case table(Table)
    /// A place where a person writes.
    case slot(PaperSlot)
    /// Parts that are printed where a condition holds.
    case condition(PaperCondition, [PaperPart])
    /// A chart of the numbers of a table: a row a position, a column a series.
    case chart(Chart)

    /// A table: heads, and rows that stand as written or repeat over a list.
    package struct Table: Sendable, Hashable {
        /// The list whose rows it repeats over; nil for fixed rows.
        package let list: String?
        /// Arguments of all its figures; a value names a column of the list.
        package let arguments: [String: String]
        package let header: [String]
        package let rows: [[[PaperText]]]
    }

    /// A chart: bars or a line over the rows of a table.
    package struct Chart: Sendable, Hashable {
        package enum Kind: String, CaseIterable, Sendable {
            case bars, line
        }

        package let kind: Kind
        package let title: String
        package let unit: String
        package let table: Table
    }

    /// The texts that stand in it, those of parts inside it too.
    package var texts: [PaperText] {
        switch self {
        case .title(let all), .heading(_, let all), .paragraph(let all), .aside(let all), .note(let all): all
        case .table(let table): table.rows.flatMap { $0.flatMap { $0 } }
        case .chart(let chart): chart.table.rows.flatMap { $0.flatMap { $0 } }
        case .condition(_, let parts): parts.flatMap(\.texts)
        case .slot: []
        }
    }

    /// The figures that stand in it, those of its conditions too.
    package var figureIDs: [String] {
        if case .condition(let condition, let parts) = self {
            return [condition.figure] + parts.flatMap(\.figureIDs)
        }
        return texts.compactMap { text in
            if case .figure(let id, _, _) = text { id } else { nil }
        }
    }

    /// The lists that its tables repeat over.
    package var lists: [String] {
        switch self {
        case .table(let table): [table.list].compactMap(\.self)
        case .chart(let chart): [chart.table.list].compactMap(\.self)
        case .condition(_, let parts): parts.flatMap(\.lists)
        default: []
        }
    }

    /// The places where people write.
    package var slots: [PaperSlot] {
        switch self {
        case .slot(let slot): [slot]
        case .condition(_, let parts): parts.flatMap(\.slots)
        default: []
        }
    }
}
