/// Where the cells of some table rows lie, with the places that spanning cells cover.
struct TableGrid {
    /// One place of a row.
    struct Slot {
        var cell: Table.Cell
        /// First column, from 0.
        var column: Int
        /// Whether the place belongs to a cell that began in a row above.
        var isContinued: Bool
        /// Whether the cell reaches into the next row.
        var continues: Bool
    }

    let rows: [[Slot]]

    /// Lays out `cells` over `columns` columns.
    ///
    /// - Throws: `DocumentError.tableShape` with the 1-based row when a row does not cover exactly all columns.
    init(_ cells: [[Table.Cell]], columns: Int) throws(DocumentError) {
        var open: [Int: (cell: Table.Cell, left: Int)] = [:]
        var rows: [[Slot]] = []
        for (index, row) in cells.enumerated() {
            var slots: [Slot] = []
            var column = 0
            var next = 0
            var opened: [Int: (cell: Table.Cell, left: Int)] = [:]
            while column < columns || next < row.count {
                if let above = open[column] {
                    slots.append(Slot(cell: above.cell, column: column, isContinued: true, continues: above.left > 1))
                    if above.left > 1 { opened[column] = (above.cell, above.left - 1) }
                    column += above.cell.columns
                    continue
                }
                guard next < row.count else { break }
                let cell = row[next]
                let covered = column..<(column + cell.columns)
                guard covered.upperBound <= columns, !covered.contains(where: { open[$0] != nil }) else {
                    throw DocumentError(.tableShape, line: index + 1, limit: columns, found: covered.upperBound)
                }
                slots.append(Slot(cell: cell, column: column, isContinued: false, continues: cell.rows > 1))
                if cell.rows > 1 { opened[column] = (cell, cell.rows - 1) }
                column += cell.columns
                next += 1
            }
            guard column == columns else {
                throw DocumentError(.tableShape, line: index + 1, limit: columns, found: column)
            }
            rows.append(slots)
            open = opened
        }
        guard open.isEmpty else {
            throw DocumentError(.tableShape, line: cells.count + 1, limit: columns, found: 0)
        }
        self.rows = rows
    }
}
