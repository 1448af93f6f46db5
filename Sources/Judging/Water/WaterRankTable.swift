package import Catalog
package import Documents
package import Standards

/// Ranks cities or districts by their water quality index CWQI, and by its change against an earlier period.
///
/// Input columns: `area`, `section`, `kind`, and the items of the index; one row a river section or lake point with its
/// means of the period.
package struct WaterRankTable {
    /// Columns the input must have.
    package static let columns = ["area", "section", "kind"]
    /// Items read where the table has a column for them.
    static let items: [WaterItem] = (WaterClassTable.items + WaterClassTable.furtherItems).sorted()

    private let rules: WaterRankRules
    private let explains: Bool

    /// A table ranked by the rules in force on a day, that of the data.
    ///
    /// - Parameters:
    ///   - id: of the index, where that of the day is not wanted.
    ///   - explains: whether one more column tells how each index came about.
    /// - Throws: `.nothingInForce`, `.unknownRule`.
    package init(
        catalog: RuleCatalog, on day: CivilDate, index id: String? = nil, explains: Bool = false
    ) throws(CatalogError) {
        rules = try WaterRankRules(catalog, on: day, index: id)
        self.explains = explains
    }

    /// Reads CSV and writes one row an area, best first; areas without an index stand last.
    ///
    /// - Parameters:
    ///   - earlier: the same table of an earlier period, for the change ranking; nil for none.
    ///   - refused: takes every row that could not be used.
    ///   - output: takes the CSV.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError`, what `refused` and `output` throw.
    package func rank(
        input: ChunkSource, earlier: ChunkSource? = nil, refused: (RefusedRow) throws -> Void,
        output: ([UInt8]) throws -> Void
    ) throws -> JudgedCounts {
        var counts = JudgedCounts()
        let areas = try read(input, &counts, refused)
        let before = try earlier.map { try read($0, &counts, refused) }
        let rows = areas.map { WaterRankRow($0, rules) }
        let changes = before.map { earlier in
            let known = Dictionary(uniqueKeysWithValues: earlier.map { ($0.name, $0) })
            return rows.map { WaterRankChange($0, since: known[$0.area.name], rules) }
        }
        let ranks = CompetitionRank.ranks(of: rows.map(\.index), better: .low, missing: .excluded)
        let changeRanks = changes.map { changes in
            CompetitionRank.ranks(of: changes.map(\.percent), better: .low, missing: .excluded)
        }
        let order = rows.indices.sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) }
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(header(compares: earlier != nil))
        for place in order {
            let row = rows[place]
            writer.field(ranks[place].map { "\($0)" } ?? "")
            row.write(into: &writer)
            if let changes {
                changes[place].write(into: &writer)
                writer.field(changeRanks?[place].map { "\($0)" } ?? "")
            }
            writer.field(rules.index.id)
            writer.field((row.notes(rules) + (changes?[place].notes ?? [])).joined(separator: ";"))
            if explains { writer.field(row.explanation(rules).line) }
            writer.endRow()
        }
        try output(writer.take())
        return counts
    }

    private func header(compares: Bool) -> [String] {
        ["rank", "area", "sections", "points", "river_index", "lake_index", "index"]
            + (compares ? ["previous_index", "change", "change_rank"] : []) + ["standard", "note"]
            + (explains ? [JudgedStream.explainColumn] : [])
    }

    /// The areas of a table in the order in which they first come.
    private func read(
        _ input: ChunkSource, _ counts: inout JudgedCounts, _ refused: (RefusedRow) throws -> Void
    ) throws -> [WaterRankArea] {
        var areas: [WaterRankArea] = []
        var places: [String: Int] = [:]
        var names: Set<String> = []
        let stream = GatheredStream(required: Self.columns, optional: Self.items.map(\.rawValue))
        let found = try stream.run(input: input, refused: refused) { row, header in
            let area = row[header.places[0]].string
            let section = row[header.places[1]].string
            var faults: [String] = []
            if area.isEmpty { faults.append("“area”列为空，须填城市或区县名称") }
            if section.isEmpty { faults.append("“section”列为空，须填断面或点位名称") }
            let kindField = row[header.places[2]]
            let kind = WaterClassTable.kind(kindField)
            if kind == nil {
                faults.append((kindField.isEmpty ? RowFault.noKind : .unknownKind(kindField.string)).message)
            }
            var values: [WaterItem: WaterMeasurement] = [:]
            for item in Self.items {
                guard let place = header.optional[item.rawValue] else { continue }
                if let fault = WaterSample.read(row[place], item, into: &values) { faults.append(fault.message) }
            }
            guard faults.isEmpty, let kind else { return faults.joined(separator: ";") }
            guard !values.isEmpty else { return "断面“\(RowFault.clipped(section))”各项目均缺测，不计入" }
            guard names.insert("\(area)\n\(section)").inserted else {
                return "“\(RowFault.clipped(area))”的断面“\(RowFault.clipped(section))”已有一行，请只保留一行"
            }
            var means: [WaterItem: WaterMean] = [:]
            for (item, value) in values { means[item] = try? rules.means.mean(of: [value], item: item) }
            guard means.count == values.count else { return "数值过大，无法计算，请核对原始数据" }
            let place = places[area] ?? areas.count
            if place == areas.count {
                places[area] = place
                areas.append(WaterRankArea(name: area))
            }
            areas[place].add(means, kind: kind)
            return nil
        }
        counts.rows += found.rows
        counts.refused += found.refused
        return areas
    }
}
