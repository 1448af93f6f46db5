/// Divides a width among the columns of a table.
enum TableWidths {
    /// Text wider than this wraps, in half characters.
    private static let widestColumn = 40
    /// A column is never planned narrower than this, in half characters.
    private static let narrowestColumn = 4

    /// Widths that add up to `total`: by weight where given, else by the widest text of the column.
    static func divide(_ table: Table, total: Int) -> [Int] {
        let count = table.columns.count
        guard count > 0 else { return [] }
        var natural = [Int](repeating: narrowestColumn, count: count)
        // Heads may break into several lines, so they ask for half their width.
        measure(table.header, into: &natural, divisor: 2)
        measure(table.rows, into: &natural, divisor: 1)
        let weights = zip(table.columns, natural).map { column, width in max(1, column.weight ?? width) }
        let sum = weights.reduce(0, +)
        // Cumulative rounding keeps the sum exact.
        var widths: [Int] = []
        var before = 0
        for weight in weights {
            let after = before + weight
            widths.append(total * after / sum - total * before / sum)
            before = after
        }
        return widths
    }

    private static func measure(_ rows: [[Table.Cell]], into natural: inout [Int], divisor: Int) {
        guard let grid = try? TableGrid(rows, columns: natural.count) else { return }
        for row in grid.rows {
            for slot in row where slot.cell.columns == 1 && !slot.isContinued {
                let text = slot.cell.runs.map(\.text).joined()
                let wanted = max((TextWidth.halves(text) + divisor - 1) / divisor, TextWidth.longestWord(text))
                // One more on each side for the cell's margins.
                let width = min(widestColumn, wanted + 2)
                natural[slot.column] = max(natural[slot.column], width)
            }
        }
    }
}
