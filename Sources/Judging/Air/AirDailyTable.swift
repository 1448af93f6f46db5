package import Catalog
package import Documents
import Standards

/// Judges a table of days by HJ 633, each row by the edition in force on its day.
///
/// Input columns: `date` (`YYYY-MM-DD`), `station`, and the day means `so2,no2,pm10,pm25,co` with `o3_8h`, the largest
/// eight-hour mean; gaps as for `AirHourlyTable`. A column `o3_1h` with the largest hour of ozone may be there; it counts
/// under editions that list it among the items of the day (HJ 633-2012), under others it stays where it is.
package struct AirDailyTable {
    /// Columns the input must have.
    package static let columns = ["date", "station", "so2", "no2", "pm10", "pm25", "co", "o3_8h"]
    /// The column the input may have.
    package static let optionalColumn = "o3_1h"
    /// Columns put behind those of the input; with explanations one more, `explain`.
    package static let addedColumns = AirIndexRows.addedColumns

    private let rows: AirIndexRows

    /// A table judged by the rules of `catalog`.
    package init(catalog: RuleCatalog, options: AirTableOptions = .plain) {
        rows = AirIndexRows(catalog: catalog, span: .day, columns: Self.columns, options: options)
    }

    /// Reads CSV and writes it with five columns more, row by row; see `AirHourlyTable.judge`.
    package func judge(input: ChunkSource, output: ([UInt8]) throws -> Void) throws -> JudgedCounts {
        try rows.judge(input: input, output: output)
    }
}
