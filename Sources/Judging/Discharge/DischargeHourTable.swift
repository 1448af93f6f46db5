package import Catalog
package import Documents
import Standards

/// Judges a table of hours of outlets: flag, marks, reference oxygen, limit, each row by the marking rule of its day.
///
/// Input columns: `time` (**start** of the hour, as HJ 212 labels it), `outlet`, `item` (short name or HJ 212 code),
/// `value` in the unit of the limit, `flag`; where they are known `oxygen` in percent, `flow` in m³, `minutes` valid,
/// `mark` (`abnormal` or `operating`), `event`, `marked_at`. Rows of one item of an outlet stand in the order of time.
package struct DischargeHourTable {
    /// Columns the input must have.
    package static let columns = ["time", "outlet", "item", "value", "flag"]
    /// Columns the input may have.
    package static let optionalColumns = ["oxygen", "flow", "minutes", "mark", "event", "marked_at"]
    /// Columns put behind those of the input.
    package static let addedColumns = ["validity", "converted", "verdict", "multiple", "note"]
    /// Decimals of converted concentrations as printed; they are compared exactly.
    static let convertedDecimals = 3

    let options: DischargeHourOptions
    let flags: DischargeFlagRule
    let flagCitation: RuleCitation?
    private let catalog: RuleCatalog

    /// A table judged by the rules of `catalog`.
    ///
    /// - Throws: `.unknownRule` for flags the catalog does not have.
    package init(catalog: RuleCatalog, options: DischargeHourOptions) throws(CatalogError) {
        self.catalog = catalog
        self.options = options
        flags = try catalog.rule(.dischargeFlags, id: options.flags)
        flagCitation = catalog.versions(of: .dischargeFlags).first { $0.header.id == options.flags }
            .map { RuleCitation($0.header) }
    }

    /// Reads CSV and writes it with five columns more (and `explain`, where asked for), row by row.
    ///
    /// - Parameter output: takes the CSV piece by piece.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError` when the CSV breaks off inside quotes,
    ///   what `output` throws. A row that cannot be judged is counted and keeps its place, with the reason in `note`.
    package func judge(input: ChunkSource, output: ([UInt8]) throws -> Void) throws -> JudgedCounts {
        let catalog = catalog
        let medium = options.medium
        var rules = RuleOfDay<DischargeDayRules> { (day) throws(CatalogError) in
            try DischargeDayRules(catalog, on: day, medium: medium)
        }
        var judges: [Series: DischargeHourJudge] = [:]
        let stream = JudgedStream(
            required: Self.columns, optional: Self.optionalColumns, added: Self.addedColumns,
            explains: options.explains)
        return try stream.run(input: input, output: output) { row, places, writer in
            let read = self.read(row, places)
            guard let known = read.row else { return read.faults.joined(separator: ";") }
            let day = options.asOf ?? known.hour.start.beijingDate
            guard options.limits.effective?.contains(day) ?? true else {
                return RowFault.nothingInForce(rule: "污染物排放标准", day).message
            }
            guard let dayRules = try rules.rule(on: day) else {
                return RowFault.nothingInForce(rule: "标记规则", day).message
            }
            let series = Series(outlet: known.outlet, item: known.item)
            let entry = options.limits.entry(known.item, outlet: known.outlet)
            let outlet = outlet(known.item, entry, dayRules)
            var judge = judges[series] ?? DischargeHourJudge(outlet: outlet, flags: flags)
            judge.outlet = outlet
            do {
                let judgement = try judge.judge(known.hour, marking: dayRules.marking)
                judges[series] = judge
                write(judgement, outlet, entry, dayRules, into: &writer)
                return nil
            } catch {
                return "“time”列的时间不晚于该排放口该项目的上一行，请按时间排列并去掉重复"
            }
        }
    }

    /// One item of an outlet.
    private struct Series: Hashable {
        let outlet: String
        let item: String
    }

    private func outlet(
        _ item: String, _ entry: DischargeLimitList.Entry?, _ rules: DischargeDayRules
    ) -> DischargeOutlet {
        DischargeOutlet(
            medium: options.medium, industry: options.industry,
            item: entry?.item ?? DischargeItem(rawValue: item), bound: entry?.bound,
            referenceOxygen: entry?.referenceOxygen, minimumMinutes: rules.minimumMinutes,
            acceptedAt: options.acceptedAt,
            exemptHoursPerYear: options.industry == DischargeDayRules.incineration ? rules.exemptHours : nil)
    }
}
