import Ledger
import Standards
import Storage

/// What a workbook says, row by row, before anything is put on record.
package struct LaboratoryReading: Sendable {
    /// Usable rows in their order.
    package let rows: [LaboratoryRow]
    package let refusals: [LaboratoryRowRefusal]
    /// Usable rows whose method the catalog does not know for the item, with the method: only a hint.
    package let otherMethods: [LaboratoryRow]
    /// Titles of columns that are not read.
    package let unread: [String]
    /// The row of the sheet that is line 1.
    package let firstRow: Int

    init(_ table: LaboratoryTable, in context: LaboratoryContext, by rules: ManualRules) {
        var rows: [LaboratoryRow] = []
        var refusals: [LaboratoryRowRefusal] = []
        var seen: Set<LaboratoryContext.Place> = []
        for line in 1..<max(table.rows.count, 1) {
            // Line 1 is the head.
            let number = line + 1
            if table.rows[line].allSatisfy(\.isEmpty) { continue }
            switch LaboratoryRowReader(table: table, rules: rules, context: context).row(number) {
            case .success(let row):
                if let refusal = context.refusal(of: row, after: &seen) {
                    refusals.append(refusal)
                } else {
                    rows.append(row)
                }
            case .failure(let refusal): refusals.append(refusal)
            }
        }
        self.rows = rows
        self.refusals = refusals
        unread = table.unread
        firstRow = table.firstRow
        otherMethods = rows.filter { row in
            let known = rules.item(row.item)?.methods ?? []
            return !row.method.isEmpty && !known.contains { row.method.contains($0.name) }
        }
    }
}
