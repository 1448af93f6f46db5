package import Catalog
package import Documents
import Standards

/// Judges a table of surface-water measurements by GB 3838, each row by the standard in force on its day.
///
/// Input columns: `time`, `section`, `kind` (`river` or `lake`) and `ph,do,codmn,nh3n,tp` in mg/L; `furtherItems` take part
/// where their columns are there. Values are compared as they are, unrounded (全数值比较); the class is that of the worst
/// item (单因子评价法). An empty item does not take part; one below its detection limit (`<0.01`, `0.01L`) takes part with
/// half the limit.
package struct WaterClassTable {
    /// The items every table has.
    static let items: [WaterItem] = [.ph, .dissolvedOxygen, .codmn, .nh3n, .tp]
    /// Items read where the table has a column for them: those that decide a class. Others stay where they are.
    static let furtherItems: [WaterItem] = [
        .cod, .bod5, .copper, .zinc, .fluoride, .selenium, .arsenic, .mercury, .cadmium, .chromium6, .lead, .cyanide,
        .volatilePhenol, .petroleum, .surfactant, .sulfide,
    ]
    /// Columns the input must have.
    package static let columns = ["time", "section", "kind"] + items.map(\.rawValue)
    /// Columns put behind those of the input.
    package static let addedColumns = ["class", "deciding", "standard", "note"]
    /// The classes as this table writes them, best first.
    package static let classNames = ["I", "II", "III", "IV", "V", "inferior-V"]
    /// Where the kind of water stands in `columns`.
    static let kindColumn = 2
    /// Columns the input may have; water temperature serves the saturation of oxygen, where the rules use it.
    static let optionalColumns = furtherItems.map(\.rawValue) + [WaterItem.temperature.rawValue]

    /// All items in the order of the standard, in which `deciding` names them.
    static let order = (items + furtherItems).sorted()
    /// Where the place of each item stands among the places of a row.
    static let positions = order.map { item in
        items.firstIndex(of: item).map { $0 + kindColumn + 1 }
            ?? furtherItems.firstIndex(of: item).map { $0 + columns.count } ?? 0
    }
    /// Where the place of the water temperature stands.
    static let temperaturePosition = columns.count + furtherItems.count

    private let catalog: RuleCatalog
    private let choice: RuleChoice
    private let explains: Bool

    /// A table judged by the rules of `catalog`.
    ///
    /// - Parameters:
    ///   - choice: names the standard or the day, where that of each row is not wanted.
    ///   - explains: whether one more column tells how the class came about.
    package init(catalog: RuleCatalog, choice: RuleChoice = .ofTheDay, explains: Bool = false) {
        self.catalog = catalog
        self.choice = choice
        self.explains = explains
    }

    /// Reads CSV and writes it with four columns more (five with the explanation), row by row.
    ///
    /// - Parameter output: takes the CSV piece by piece.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError` when the CSV breaks off inside quotes,
    ///   `CatalogError` for a standard that there is not, what `output` throws. A row that cannot be judged is counted
    ///   and keeps its place, with the reason in `note`.
    package func judge(input: ChunkSource, output: ([UInt8]) throws -> Void) throws -> JudgedCounts {
        let catalog = catalog
        let choice = choice
        var rules = RuleOfDay<WaterDayRule> { (day) throws(CatalogError) in
            WaterDayRule(try WaterExplanationRules(catalog, on: day, choice: choice), items: Self.order)
        }
        let stream = JudgedStream(
            required: Self.columns, optional: Self.optionalColumns, added: Self.addedColumns, explains: explains)
        return try stream.run(input: input, output: output) { row, places, writer in
            guard case .moment(let moment) = row.withUTF8(places[0], TimeField.read),
                let rule = try rules.rule(on: moment.beijingDate), let kind = Self.kind(row[places[Self.kindColumn]]),
                let verdict = verdict(on: row, places, rule, kind)
            else { return try reasons(row, places, &rules) }
            write(verdict, rule, into: &writer)
            if explains { writer.field(explanation(of: row, places, rule, kind)) }
            return nil
        }
    }

    /// The kind of water a field names.
    static func kind(_ field: CSVField) -> WaterBodyKind? {
        if field == "river" { return .river }
        return field == "lake" ? .lake : nil
    }
}
