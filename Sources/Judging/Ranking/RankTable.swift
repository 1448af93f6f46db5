package import Catalog
package import Documents
import Standards

/// Ranks a table of cities, districts or towns by a scheme of the catalog.
///
/// Input columns: `area`, and for each measure of the scheme its own column or those it is computed from: the composite
/// index from `so2,no2,pm10,pm25,co_p95,o3_8h_p90`, a change from a value and the earlier one. Scheme, limits and money
/// table are those in force on the day that is given.
package struct RankTable {
    private let catalog: RuleCatalog
    private let options: RankTableOptions
    private let header: RuleHeader
    private let scheme: RankScheme

    /// - Throws: `.unknownRule`, `.nothingInForce` for the scheme on the day.
    package init(catalog: RuleCatalog, options: RankTableOptions) throws(CatalogError) {
        self.catalog = catalog
        self.options = options
        let day = options.ruleDay
        scheme = try catalog.rule(.ranking, id: options.scheme, on: day)
        let versions = catalog.versions(of: .ranking).filter { $0.header.id == options.scheme }
        guard let version = versions.last(where: { $0.header.effective.contains(day) }) else {
            throw CatalogError(.nothingInForce, rule: options.scheme, date: day)
        }
        header = version.header
    }

    /// Reads CSV and writes it in the order of the places: the columns of the input, computed measures, ranks by measure,
    /// `score,rank,change`, `money` where asked for, `standard,note`, `explain` where asked for. Rows left out come last.
    ///
    /// - Parameters:
    ///   - output: takes the CSV.
    ///   - refused: takes every row that could not take part, with its line and the reason.
    /// - Throws: `JudgingError` for the header, `CatalogError` when limits or money table are not in force on the day,
    ///   `DocumentError`, what `output` and `refused` throw.
    package func judge(
        input: ChunkSource, output: ([UInt8]) throws -> Void, refused: (RefusedRow) throws -> Void
    ) throws -> JudgedCounts {
        let index = scheme.measures.contains { $0.origin == .composite } ? try RankIndex(catalog, options) : nil
        var reader: RankRowReader?
        var rows: [RankRow] = []
        var lines: [String: Int] = [:]
        let stream = GatheredStream(required: [RankColumns.area], optional: RankColumns.names(of: scheme))
        let counts = try stream.run(
            input: input, refused: refused,
            check: { header in
                reader = RankRowReader(
                    scheme: scheme, columns: try RankColumns(header, scheme: scheme), header: header,
                    index: index)
            },
            take: { row, _ in
                guard let reader else { return nil }
                switch reader.read(row) {
                case .refused(let reason): return reason
                case .row(let ranked):
                    if let line = lines[ranked.area] {
                        return "“\(RowFault.clipped(ranked.area))”已在第 \(line) 行出现，每个对象只能有一行"
                    }
                    lines[ranked.area] = row.line
                    rows.append(ranked)
                    return nil
                }
            })
        guard let reader else { return counts }
        try write(rows, reader, output)
        return counts
    }

    private func write(_ rows: [RankRow], _ reader: RankRowReader, _ output: ([UInt8]) throws -> Void) throws {
        let results = try scheme.rank(rows.map(\.entry))
        let sheet = RankSheet(
            scheme: scheme, header: header, columns: reader.columns, rows: rows, results: results,
            standard: ([scheme.id] + (reader.computesIndex ? reader.index?.ids ?? [] : [])).joined(separator: "+"),
            money: options.showsMoney ? try money(results) : nil, explains: options.explains)
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(reader.header.names + sheet.addedColumns)
        let order = rows.indices.sorted {
            (results[$0].position ?? .max, $0) < (results[$1].position ?? .max, $1)
        }
        for place in order { writer.row(rows[place].fields + sheet.added(place)) }
        try output(writer.take())
    }

    /// Rewards and deductions of all rows, and why there are none.
    private func money(_ results: [RankResult]) throws -> RankSheet.Money {
        guard let id = scheme.moneyTable else { return RankSheet.Money(amounts: nil, reason: "该办法没有奖惩金额") }
        let table = try catalog.rule(.rankMoney, id: id, on: options.ruleDay)
        guard let amounts = try? table.amounts(of: results.map(\.rank)) else {
            let count = results.count { $0.rank != nil }
            return RankSheet.Money(
                amounts: nil, reason: "奖惩金额表有 \(table.amounts.count) 个名次，参加排名 \(count) 个，未列金额")
        }
        return RankSheet.Money(amounts: amounts, reason: nil)
    }
}
