import Catalog
import Documents
import Standards

/// Evaluates periods and writes their rows; looks each rule up once.
struct AirPeriodEvaluator {
    private let catalog: RuleCatalog
    private let options: AirPeriodOptions
    private var rulesOfPeriods: [AirPeriod: AirPeriodRules?] = [:]
    private var indexOfDays: RuleOfDay<AirIndexRule>

    init(_ catalog: RuleCatalog, _ options: AirPeriodOptions) {
        self.catalog = catalog
        self.options = options
        let choice = AirPeriodRules.choice(.airIndex, catalog, options)
        indexOfDays = RuleOfDay { (day) throws(CatalogError) in try choice.rule(.airIndex, in: catalog, on: day).rule }
    }

    /// Why a day cannot be evaluated: a rule it needs was not in force.
    mutating func fault(of day: CivilDate) throws -> String? {
        if try indexOfDays.rule(on: day) == nil {
            return RowFault.nothingInForce(rule: "空气质量指数（AQI）技术规定", day).message
        }
        guard let period = AirPeriod(options.kind, containing: day), try rules(of: period) == nil else { return nil }
        return RowFault.nothingInForce(rule: "环境空气质量标准或评价技术规范", period.last).message
    }

    /// Writes the row of one series.
    mutating func write(
        _ station: AirPeriodStation, _ period: AirPeriod, _ series: AirPeriodFigures.Series,
        into writer: inout CSVWriter
    ) throws {
        guard let rules = try rules(of: period) else { return }
        let figures = try figures(station, period, series, by: rules) { $0 }
        writer.field(period.description)
        writer.field(station.name)
        writer.field(series.rawValue)
        writer.field(period.dayCount)
        for item in AirItem.allCases {
            writer.field(figures.statistics[item]?.mean.validCount ?? 0)
            for statistic in AirStatistic.allCases {
                writer.field(try figures.published(item, statistic)?.description ?? "")
            }
        }
        writer.field(figures.count.good)
        writer.field(figures.count.valid)
        writer.field(try figures.goodRate()?.description ?? "")
        writer.field(figures.composite.published?.description ?? "")
        writer.field(figures.composite.leadingItems.description)
        writer.field(AirPeriodNote.exceeding(figures))
        writer.field(figures.attainment.isAttained.map { $0 ? "yes" : "no" } ?? "")
        var note = AirPeriodNote(figures, station, series, options)
        if let kind = options.comparison {
            let before = kind.period(before: period)
            if let comparison = try comparison(of: figures, station, series, with: before, kind) {
                try comparison.write(into: &writer)
                try note.add(referenceStates: before, catalog)
            } else {
                for _ in AirPeriodComparison.columns { writer.field("") }
                note.add("没有 \(before) 的数据，不作比较")
            }
        }
        writer.field(figures.standards)
        writer.field(note.text)
        if options.explains { writer.field(try AirPeriodSteps.explanation(of: figures, station.name).line) }
        writer.endRow()
    }

    private mutating func comparison(
        of figures: AirPeriodFigures, _ station: AirPeriodStation, _ series: AirPeriodFigures.Series,
        with before: AirPeriod, _ kind: PeriodComparison
    ) throws -> AirPeriodComparison? {
        guard station.has(before) else { return nil }
        let period = figures.period
        // The AQI of an earlier day by the edition that judges its counterpart in the period compared.
        let earlier = try self.figures(station, before, series, by: figures.rules) { day in
            if kind == .yearOnYear { return day.adding(years: 1) }
            return min(period.first.adding(days: before.first.days(until: day)), period.last)
        }
        let own = try rules(of: before).map { rules in
            try self.figures(station, before, series, by: rules) { $0 }.composite.published
        }
        return AirPeriodComparison(figures, before: before, earlier: earlier, ownIndex: own ?? nil)
    }

    private mutating func figures(
        _ station: AirPeriodStation, _ period: AirPeriod, _ series: AirPeriodFigures.Series,
        by rules: AirPeriodRules, judgedAs counterpart: (CivilDate) -> CivilDate
    ) throws -> AirPeriodFigures {
        try AirPeriodFigures(
            station, period, series, by: rules, printsIncomplete: options.printsIncomplete,
            index: { try indexOfDays.rule(on: counterpart($0)) })
    }

    private mutating func rules(of period: AirPeriod) throws(CatalogError) -> AirPeriodRules? {
        if let known = rulesOfPeriods[period] { return known }
        let found: AirPeriodRules?
        do {
            found = try AirPeriodRules(catalog, for: period, options)
        } catch {
            guard error.code == .nothingInForce else { throw error }
            found = nil
        }
        rulesOfPeriods.updateValue(found, forKey: period)
        return found
    }
}
