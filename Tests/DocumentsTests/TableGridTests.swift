import Testing

@testable import Documents

@Suite struct TableGridTests {
    private func shape(_ rows: [[Table.Cell]], columns: Int) throws(DocumentError) -> [[String]] {
        try TableGrid(rows, columns: columns).rows.map { row in
            row.map { slot in
                let text = slot.cell.runs.map(\.text).joined()
                return (slot.isContinued ? "^" : "") + text + "@\(slot.column)" + (slot.continues ? "+" : "")
            }
        }
    }

    @Test func `cells that span rows take their places in the rows below`() throws {
        let rows: [[Table.Cell]] = [
            [.init("a", rows: 3), .init("b", columns: 2), "c"],
            [.init("d", columns: 2, rows: 2), "e"],
            ["f"],
        ]
        #expect(
            try shape(rows, columns: 4) == [
                ["a@0+", "b@1", "c@3"], ["^a@0+", "d@1+", "e@3"], ["^a@0", "^d@1", "f@3"],
            ])
    }

    /// Over two columns: too few, too many, beyond the edge, open at the end, meeting a span.
    static let misfits: [[[Table.Cell]]] = [
        [["a"]], [["a", "b", "c"]], [[.init("a", columns: 3)]], [[.init("a", rows: 2), "b"]],
        [[.init("a", rows: 2), "b"], ["c", "d"]], [[.init("a", rows: 2), "b"], []],
        [["a", .init("b", rows: 2)], [.init("c", columns: 2)]],
    ]

    @Test(arguments: misfits)
    func `rows that do not cover all columns are refused`(rows: [[Table.Cell]]) {
        #expect(throws: DocumentError.self) { try TableGrid(rows, columns: 2) }
    }

    @Test func `widths add up exactly, by weight or by content`() {
        let table = Table(
            columns: [.init(.left, weight: 1), .init(.left, weight: 2), .init(.left, weight: 4)], header: [], rows: [])
        #expect(TableWidths.divide(table, total: 1_000) == [142, 286, 572])
        let byContent = Table(
            columns: [.init(), .init()], header: [["x", "y"]], rows: [["一二三四五六七八九十", "1"], ["x", "y"]])
        let widths = TableWidths.divide(byContent, total: 8_844)
        #expect(widths.reduce(0, +) == 8_844 && widths[0] > widths[1] * 4)
        #expect(TableWidths.divide(Table(columns: [], header: [], rows: []), total: 10) == [])
    }
}
