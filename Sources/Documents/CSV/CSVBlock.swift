/// One scanned stretch of a CSV stream: whole rows, their bytes and where each field lies.
///
/// Rows and fields point into a block and keep it alive, so no field costs an allocation. Never changed once made.
final class CSVBlock: Sendable {
    /// A row of the block: its fields are `bounds[first..<first + count]`.
    struct Row: Sendable {
        var first: UInt32
        var count: UInt32
        /// Where the row's bytes start in the block, before unquoting.
        var start: UInt32
        var line: Int
        var fault: CSVRow.Fault?
    }

    let bytes: [UInt8]
    /// Start in the high half, end in the low half: one append a field is measurably cheaper than two.
    let bounds: [UInt64]
    let rows: [Row]

    init(bytes: [UInt8], bounds: [UInt64], rows: [Row]) {
        self.bytes = bytes
        self.bounds = bounds
        self.rows = rows
    }
}
