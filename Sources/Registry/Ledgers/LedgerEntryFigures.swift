import Ledger
package import Records
package import Storage

/// What figures may select of ledgers: entries to be counted, and their values to be summed.
package struct LedgerEntryFigures: FigureSource {
    package init() {}

    package var views: [DocumentedView] {
        [
            DocumentedView(
                name: "ledger_entry", row: "台账的一条登记；撤销的不在其中",
                columns: [
                    ("record", "登记的编号"), ("ledger", "台账"), ("date", "登记事项的日期"), ("value", "1"), ("label", "名称"),
                ]),
            DocumentedView(
                name: "ledger_value", row: "台账的一条登记的一个字段",
                columns: [
                    ("record", "登记的编号"), ("ledger", "台账"), ("date", "登记事项的日期"), ("field", "字段"),
                    ("value", "内容，数值为十进制"), ("label", "名称"),
                ]),
        ]
    }

    static var definitions: [Definition] {
        [
            .view(
                "ledger_entry",
                """
                SELECT 'ledger/' || e.id AS record, e.ledger, e.day AS date, '1' AS value, e.name AS label
                FROM work_entry e WHERE e.is_withdrawn = 0
                """),
            .view(
                "ledger_value",
                """
                SELECT 'ledger/' || e.id AS record, e.ledger, e.day AS date, v.field, v.value, e.name AS label
                FROM work_entry e JOIN work_value v ON v.entry = e.id WHERE e.is_withdrawn = 0
                """),
        ]
    }

    package func trace(_ input: InputID, in connection: ReadConnection, from archive: Archive) throws -> InputTrace? {
        guard let parts = input.parts(of: "ledger"), parts.count == 1,
            let entry = try LedgerEntryStore.entry(parts[0], in: connection)
        else { return nil }
        let values = entry.values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return InputTrace(
            id: input, title: entry.name, value: nil, unit: "",
            formula: "\(entry.day)：\(values.joined(separator: "；"))",
            rules: [entry.ledger], evidence: [.record(sequence: entry.last)])
    }
}
