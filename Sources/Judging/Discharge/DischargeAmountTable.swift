package import Catalog
package import Documents
package import Standards

/// Adds up what outlets discharged, from hours to periods, filling gaps as the rule says and counting every hour by what
/// it is.
///
/// Input columns: those of `DischargeHourTable` with `flow`, in any order of rows. Concentrations are taken as measured,
/// in mg/m³ or mg/L, never converted. Hours between the first and the last row of an item that have no row are missing.
package struct DischargeAmountTable {
    /// Columns the input must have.
    package static let columns = DischargeHourTable.columns + ["flow"]
    /// Columns the input may have.
    package static let optionalColumns = ["minutes", "mark", "event", "marked_at"]
    /// Columns of the output.
    package static let outputColumns = [
        "outlet", "item", "period", "kilograms", "tonnes", "measured", "replaced", "missing", "stopped", "note",
    ]
    /// Decimals of kilograms, and of tonnes, as printed: the gram.
    static let kilogramDecimals = 3
    static let tonneDecimals = 6
    /// How far from its first row an item's rows may lie: hours between them are counted one by one.
    private static let longestSeconds: UInt64 = 3_653 * 86_400

    private let catalog: RuleCatalog
    private let medium: DischargeMedium
    private let rule: EmissionReplacementRule
    private let citation: RuleCitation
    private let grain: EmissionTotal.Grain
    private let explains: Bool
    private let hours: DischargeHourTable

    /// A table of amounts.
    ///
    /// - Parameters:
    ///   - replacement: the id of the rule that fills gaps; nil for the one of the medium.
    ///   - explains: whether every hour says where it comes from; only where hours are printed.
    /// - Throws: `.unknownRule`.
    package init(
        catalog: RuleCatalog, medium: DischargeMedium, grain: EmissionTotal.Grain, replacement: String? = nil,
        flags: String = DischargeHourOptions.usualFlags, industry: String? = nil, explains: Bool = false
    ) throws(CatalogError) {
        let id = replacement ?? (medium == .air ? "HJ75-2017-replacement" : "HJ356-2019-replacement")
        let version = catalog.versions(of: .emissionReplacement).last { $0.header.id == id }
        guard let version else { throw CatalogError(.unknownRule, rule: id) }
        self.catalog = catalog
        self.medium = medium
        rule = version.rule
        citation = RuleCitation(version.header)
        self.grain = grain
        self.explains = explains && grain == .hour
        hours = try DischargeHourTable(
            catalog: catalog,
            options: DischargeHourOptions(
                limits: DischargeLimitList(entries: [], medium: medium, effective: nil, citation: nil), medium: medium,
                industry: industry, flags: flags))
    }

    /// One item of an outlet.
    private struct Series: Hashable {
        let outlet: String
        let item: String
    }

    /// Reads CSV and writes one row for each item of an outlet and period, items in the order in which they first come.
    ///
    /// - Parameters:
    ///   - refused: takes every row that takes no part.
    ///   - output: takes the CSV.
    /// - Throws: as `GatheredStream`, what `output` throws.
    package func judge(
        input: ChunkSource, refused: (RefusedRow) throws -> Void, output: ([UInt8]) throws -> Void
    ) throws -> JudgedCounts {
        var order: [Series] = []
        var gathered: [Series: [Instant: DischargeHour]] = [:]
        var firstRow: [Series: Instant] = [:]
        let stream = GatheredStream(required: Self.columns, optional: Self.optionalColumns)
        let counts = try stream.run(input: input, refused: refused) { row, header in
            func place(_ column: String) -> Int {
                column == "flow" ? header.places[5] : header.optional[column] ?? -1
            }
            let places = Array(header.places.prefix(5)) + DischargeHourTable.optionalColumns.map(place)
            let read = hours.read(row, places)
            guard let known = read.row else { return read.faults.joined(separator: ";") }
            if let reason = Self.reason(against: known) { return reason }
            let series = Series(outlet: known.outlet, item: known.item)
            let distance = firstRow[series]?.seconds(until: known.hour.start).magnitude ?? 0
            guard distance <= Self.longestSeconds else { return "与该排放口该项目的首行相距 10 年以上，请核对时间或分开统计" }
            if gathered[series] == nil {
                order.append(series)
                firstRow[series] = known.hour.start
            }
            if gathered[series]?[known.hour.start] != nil { return "该排放口该项目的这一小时已有一行，只取前一行" }
            gathered[series, default: [:]][known.hour.start] = known.hour
            return nil
        }
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(Self.outputColumns + (explains ? [JudgedStream.explainColumn] : []))
        for series in order {
            let filled = try filled(gathered[series] ?? [:], of: series.item)
            try write(filled, of: series, into: &writer)
            try output(writer.take())
        }
        if order.isEmpty { try output(writer.take()) }
        return counts
    }

    /// Why a row has no amount.
    private static func reason(against row: DischargeHourTable.Row) -> String? {
        if row.item == DischargeItem.ph.rawValue || row.item == "w01001" { return "pH 没有排放量" }
        return row.hour.start.secondsSince1970 % 3_600 == 0 ? nil : "时间不是整点，无法归入小时"
    }

    /// All hours from the first to the last, judged without a limit and filled.
    private func filled(_ known: [Instant: DischargeHour], of item: String) throws -> [FilledHour] {
        guard let first = known.keys.min(), let last = known.keys.max() else { return [] }
        let item = DischargeItem(rawValue: item)
        var rules = RuleOfDay<DischargeMarkingRule> { (day) throws(CatalogError) in
            try catalog.markingRule(on: day)
        }
        let outlet = DischargeOutlet(medium: medium, industry: hours.options.industry, item: item, bound: nil)
        var judge = DischargeHourJudge(outlet: outlet, flags: hours.flags)
        var judgements: [DischargeJudgement] = []
        var start = first
        while start <= last {
            let hour = known[start] ?? DischargeHour(start: start, value: nil)
            judgements.append(try judge.judge(hour, marking: try rules.rule(on: start.beijingDate)))
            start = start.adding(seconds: 3_600)
        }
        guard medium == .water else {
            return try rule.filled(judgements.map { EmissionHour(amountOf: $0, medium: .air) }, item: item)
        }
        return try EmissionTotal.amounts(
            concentrations: rule.filled(judgements.map { EmissionHour(concentrationOf: $0) }, item: item),
            flows: rule.filled(judgements.map { EmissionHour(flowOf: $0) }, item: DischargeItem(rawValue: "flow")))
    }

    private func write(_ filled: [FilledHour], of series: Series, into writer: inout CSVWriter) throws {
        let totals = EmissionTotal.totals(of: filled, by: grain)
        for (index, part) in totals.enumerated() {
            writer.field(series.outlet)
            writer.field(series.item)
            writer.field(Self.name(part.start, grain))
            let total = part.total
            let kilograms = printed(total.kilograms, Self.kilogramDecimals, of: total)
            let tonnes = printed(total.tonnes, Self.tonneDecimals, of: total)
            writer.field(kilograms ?? "")
            writer.field(tonnes ?? "")
            for count in [total.measuredHours, total.replacedHours, total.missingHours, total.stoppedHours] {
                writer.field(count)
            }
            writer.field(note(on: total, isPrinted: kilograms != nil && tonnes != nil))
            if explains {
                writer.field(
                    DischargeExplanation.filled(filled[index], name: series.item, unit: "kg", rules: [citation]).line)
            }
            writer.endRow()
        }
    }

    /// An amount as printed: empty without a single known hour, for missing is not zero; nil when it is too large.
    private func printed(_ amount: Rational, _ decimals: Int, of total: EmissionTotal) -> String? {
        total.knownHours == 0 ? "" : (try? amount.rounded(decimals: decimals))?.description
    }

    private func note(on total: EmissionTotal, isPrinted: Bool) -> String {
        var sentences: [String] = []
        if !isPrinted { sentences.append("数值过大，未能打印，请核对原始数据") }
        if total.replacedHours > 0 { sentences.append("含替代值 \(total.replacedHours) 小时，不用于超标评价") }
        if total.missingHours > 0 { sentences.append("缺 \(total.missingHours) 小时未计入，总量偏低") }
        return sentences.joined(separator: ";")
    }

    /// A period as printed: `2026-03-02`, `2026-03`, `2026-Q1`, `2026`.
    static func name(_ start: Instant, _ grain: EmissionTotal.Grain) -> String {
        let day = start.beijingDate
        return switch grain {
        case .hour: start.description
        case .day: day.description
        case .month: day.monthText
        case .quarter: day.quarterText
        case .year: day.yearText
        }
    }
}
