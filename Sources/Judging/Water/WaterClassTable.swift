package import Catalog
package import Documents
import Standards

/// Judges a table of surface-water measurements by GB 3838, each row by the standard in force on its day.
///
/// Input columns: `time`, `section`, `kind` (`river` or `lake`) and `ph,do,codmn,nh3n,tp` in mg/L. Values are compared
/// as they are, unrounded (全数值比较); the class is that of the worst item (单因子评价法). An empty item does not take
/// part; one below its detection limit (`<0.01`, `0.01L`) takes part with half the limit.
package struct WaterClassTable {
    /// The items of the table, in the order in which `deciding` names them.
    static let items: [WaterItem] = [.ph, .dissolvedOxygen, .codmn, .nh3n, .tp]
    /// Columns the input must have.
    package static let columns = ["time", "section", "kind"] + items.map(\.rawValue)
    /// Columns put behind those of the input.
    package static let addedColumns = ["class", "deciding", "standard", "note"]
    /// The classes as this table writes them, best first.
    package static let classNames = ["I", "II", "III", "IV", "V", "inferior-V"]
    /// Where the kind of water and the first item stand in `columns`.
    static let kindColumn = 2
    static let firstItem = 3

    private let catalog: RuleCatalog
    /// The names of every set of deciding items, one bit an item.
    let deciding = (0..<32).map { set in
        items.indices.filter { set & 1 << $0 != 0 }.map { items[$0].rawValue }.joined(separator: ",")
    }

    /// A table judged by the rules of `catalog`.
    package init(catalog: RuleCatalog) {
        self.catalog = catalog
    }

    /// Reads CSV and writes it with four columns more, row by row.
    ///
    /// - Parameter output: takes the CSV piece by piece.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError` when the CSV breaks off inside quotes,
    ///   what `output` throws. A row that cannot be judged is counted and keeps its place, with the reason in `note`.
    package func judge(input: ChunkSource, output: ([UInt8]) throws -> Void) throws -> JudgedCounts {
        let catalog = catalog
        var rules = RuleOfDay<WaterDayRule> { (day) throws(CatalogError) in
            try WaterDayRule(catalog, on: day, items: Self.items)
        }
        let stream = JudgedStream(required: Self.columns, added: Self.addedColumns)
        return try stream.run(input: input, output: output) { row, places, writer in
            guard case .moment(let moment) = row.withUTF8(places[0], TimeField.read),
                let rule = try rules.rule(on: moment.beijingDate), let kind = Self.kind(row[places[Self.kindColumn]]),
                let verdict = verdict(on: row, places, rule, kind)
            else { return try reasons(row, places, &rules) }
            write(verdict, rule, into: &writer)
            return nil
        }
    }

    /// The kind of water a field names.
    static func kind(_ field: CSVField) -> WaterBodyKind? {
        if field == "river" { return .river }
        return field == "lake" ? .lake : nil
    }
}
