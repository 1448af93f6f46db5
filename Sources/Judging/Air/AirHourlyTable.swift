package import Catalog
package import Documents
import Standards

/// Judges a table of hours by HJ 633, each row by the edition in force on the day on which its hour starts.
///
/// Input columns: `time` (end of the hour), `station`, and `so2,no2,pm10,pm25,co,o3` in µg/m³, CO in mg/m³; an empty
/// field is missing, `/` is not monitored. Missing items are treated as the rule file of the day says (from 2026-03-01
/// HJ 633-2026 5.3.1), not as the national feed is to be read: nobody knows where the rows come from.
package struct AirHourlyTable {
    /// Columns the input must have.
    package static let columns = ["time", "station"] + AirItem.allCases.map(\.rawValue)
    /// Columns put behind those of the input; with explanations one more, `explain`.
    package static let addedColumns = AirIndexRows.addedColumns

    private let rows: AirIndexRows

    /// A table judged by the rules of `catalog`.
    package init(catalog: RuleCatalog, options: AirTableOptions = .plain) {
        rows = AirIndexRows(catalog: catalog, span: .hour, columns: Self.columns, options: options)
    }

    /// Reads CSV and writes it with five columns more, row by row.
    ///
    /// - Parameter output: takes the CSV piece by piece.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError` when the CSV breaks off inside quotes,
    ///   `CatalogError` for an unknown id of a rule, what `output` throws. A row that cannot be judged is counted and
    ///   keeps its place, with the reason in `note`.
    package func judge(input: ChunkSource, output: ([UInt8]) throws -> Void) throws -> JudgedCounts {
        try rows.judge(input: input, output: output)
    }
}
