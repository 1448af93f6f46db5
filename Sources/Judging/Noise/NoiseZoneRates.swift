import Documents
import Standards

/// Attainment rates of function zones over periods: point-days that met their limit, by zone, day and night apart.
struct NoiseZoneRates {
    /// The columns of a table of rates.
    static let columns = [
        "period", "zone", "day_met", "day_total", "day_rate", "night_met", "night_total", "night_rate", "standard",
        "note",
    ]
    /// The zone column of the row over all zones.
    static let allZones = "all"

    private struct Cell {
        var counts: [NoisePeriod: NoiseAttainment] = [:]
        var incomplete = 0
        var withheld = 0

        mutating func add(_ verdict: NoiseDayVerdict) {
            for period in NoisePeriod.allCases {
                guard let isMet = verdict.isMet(period) else {
                    withheld += 1
                    continue
                }
                counts[period, default: NoiseAttainment()].add(isMet: isMet)
                if !verdict.level(period).isComplete { incomplete += 1 }
            }
        }
    }

    private struct Row {
        var zones: [NoiseZone: Cell] = [:]
        var all = Cell()
        var standards: [String] = []
        /// The rule of the last day of the period.
        var rules: NoiseDayRules
    }

    private let span: NoiseSpan
    private var names: [String] = []
    private var rows: [String: Row] = [:]

    init(by span: NoiseSpan) {
        self.span = span
    }

    /// Counts a day; days come in the order of their dates.
    mutating func add(_ verdict: NoiseDayVerdict, by rules: NoiseDayRules) {
        let name = span.name(of: verdict.noiseDay.date)
        if rows[name] == nil { names.append(name) }
        var row = rows[name] ?? Row(rules: rules)
        row.rules = rules
        row.zones[verdict.noiseDay.zone, default: Cell()].add(verdict)
        row.all.add(verdict)
        if !row.standards.contains(rules.standard.id) { row.standards.append(rules.standard.id) }
        rows[name] = row
    }

    /// Writes header and rows: each zone that has points, then all together.
    func write(explains: Bool, into writer: inout CSVWriter) throws(StandardsError) {
        writer.row(Self.columns + (explains ? [JudgedStream.explainColumn] : []))
        for name in names {
            guard let row = rows[name] else { continue }
            for zone in NoiseZone.allCases {
                guard let cell = row.zones[zone] else { continue }
                try write(name, zone.rawValue, cell, row, explains, into: &writer)
            }
            try write(name, Self.allZones, row.all, row, explains, into: &writer)
        }
    }

    private func write(
        _ name: String, _ zone: String, _ cell: Cell, _ row: Row, _ explains: Bool, into writer: inout CSVWriter
    ) throws(StandardsError) {
        writer.field(name)
        writer.field(zone)
        var formulas: [String] = []
        for period in NoisePeriod.allCases {
            let counts = cell.counts[period] ?? NoiseAttainment()
            let rate = try counts.rate(decimals: row.rules.statistics.rateDecimals)?.description
            writer.field(counts.met)
            writer.field(counts.total)
            writer.field(rate ?? "")
            if let rate { formulas.append("\(period.chinese)达标率 = \(counts.met)÷\(counts.total)×100 → \(rate)%") }
        }
        writer.field(row.standards.joined(separator: ","))
        var notes: [String] = []
        if cell.incomplete > 0 { notes.append("\(cell.incomplete) 个点次有效小时不全，按现有小时计算") }
        if cell.withheld > 0 { notes.append("\(cell.withheld) 个点次没有可评价的声级，未计入") }
        writer.field(notes.joined(separator: ";"))
        if explains {
            let rules = row.rules.headers.map { RuleCitation($0).line }
            writer.field((formulas + ["一个测点的一个昼间或夜间为一个点次"] + rules).joined(separator: "；"))
        }
        writer.endRow()
    }
}
