import Catalog
import HJ212

extension FactorCode {
    /// Reads the tables of `factor_codes`; none where a file has none.
    static func read(_ body: RuleMapping, with reader: RuleReader) -> [FactorCode] {
        guard let tables = body.optionalMapping("factor_codes", keys: Table.allCases.map(\.rawValue)) else { return [] }
        return Table.allCases.flatMap { table in
            tables.optionalList(table.rawValue).map { node in
                let row = reader.mapping(node, keys: ["code", "name", "old", "unit", "amount", "form", "remark"])
                return FactorCode(
                    table: table, code: row.text("code"), name: row.text("name"), oldCode: row.optionalText("old"),
                    unit: row.optionalText("unit"), amountUnit: row.optionalText("amount"),
                    form: row.optionalText("form"), remark: row.optionalText("remark"))
            }
        }
    }
}
