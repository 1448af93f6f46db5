package import Catalog
package import Documents
import Standards

/// Assesses surface water by month, quarter, half-year or year: means, class, main indicators and target of every section,
/// or shares and grade of every river, by the rules in force on the first day of the period.
///
/// Input columns: `time`, `section`, `kind`; `river` and `target` where there are any; items as in `water classify` and
/// those that take no part in a class.
package struct WaterPeriodTable {
    let catalog: RuleCatalog
    let options: WaterPeriodOptions

    /// A table judged by the rules of `catalog`.
    package init(catalog: RuleCatalog, options: WaterPeriodOptions) {
        self.catalog = catalog
        self.options = options
    }

    /// Reads CSV and writes one row a period and section (river), in the order of periods, then as they first came.
    ///
    /// - Parameters:
    ///   - refused: takes every row that could not be used.
    ///   - output: takes the CSV.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError`, `CatalogError` for a standard that there
    ///   is not, what `refused` and `output` throw.
    package func judge(
        input: ChunkSource, refused: (RefusedRow) throws -> Void, output: ([UInt8]) throws -> Void
    ) throws -> JudgedCounts {
        let catalog = catalog
        let options = options
        var rules = RuleOfDay<WaterPeriodRules> { (day) throws(CatalogError) in
            try WaterPeriodRules(catalog, on: day, choice: options.choice)
        }
        let required = WaterSample.required + (options.level == .river ? [WaterSample.riverColumn] : [])
        var sections: [WaterPeriodSection] = []
        var places: [String: Int] = [:]
        var items: [WaterItem] = []
        let stream = GatheredStream(required: required, optional: WaterSample.optional)
        let counts = try stream.run(input: input, refused: refused) { row, header in
            if items.isEmpty {
                items = WaterSample.items.filter { header.optional[$0.rawValue] != nil }
                guard !items.isEmpty else {
                    throw JudgingError(
                        .missingColumn, columns: WaterClassTable.items.map(\.rawValue),
                        required: WaterClassTable.columns, found: header.names)
                }
            }
            var faults: [String] = []
            guard let sample = WaterSample(row, header, faults: &faults) else { return faults.joined(separator: ";") }
            if options.level == .river, sample.river.isEmpty { return "“river”列为空，按河流汇总须填河流（湖库）名称" }
            let start = options.length.start(of: sample.moment.beijingDate)
            guard try rules.rule(on: start) != nil else {
                return RowFault.nothingInForce(rule: "地表水环境质量标准、评价办法或统计规定", start).message
            }
            let key = "\(start) \(sample.section)"
            if let place = places[key] { return sections[place].take(sample) }
            places[key] = sections.count
            sections.append(WaterPeriodSection(start: start, first: sample))
            return sections[sections.count - 1].take(sample)
        }
        // Periods in order, sections of a period as they first came.
        let ordered = sections.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
        var writer = CSVWriter(lineEnd: .lf)
        switch options.level {
        case .section:
            writer.row(Self.sectionHeader(items, options))
            for (_, section) in ordered {
                guard let rules = try rules.rule(on: section.start) else { continue }
                let before = options.comparison.map { $0.start(before: section.start, options.length) }
                let earlier = before.flatMap { places["\($0) \(section.name)"] }.map { sections[$0] }
                write(section, since: earlier, before: before, items, rules, into: &writer)
                if writer.bytes.count > 262_144 { try output(writer.take()) }
            }
        case .river:
            writer.row(Self.riverHeader(options))
            let groups = WaterPeriodRiver.groups(ordered.map(\.element))
            let known = Dictionary(uniqueKeysWithValues: groups.map { ($0.key(on: $0.start), $0) })
            for group in groups {
                guard let rules = try rules.rule(on: group.start) else { continue }
                let before = options.comparison.map { $0.start(before: group.start, options.length) }
                write(group, since: before.flatMap { known[group.key(on: $0)] }, before: before, rules, into: &writer)
            }
        }
        try output(writer.take())
        return counts
    }

    /// `2026-03`, `2026-Q1`, `2026-H1`, `2026`.
    static func name(of start: CivilDate, _ length: WaterPeriodLength) -> String {
        switch length {
        case .month: start.monthText
        case .quarter: start.quarterText
        case .half: start.halfText
        case .year: start.yearText
        }
    }
}
