package import Catalog
package import Documents
import Standards

/// Judges hours of function-zone points by GB 3096: days with Ld, Ln and Ldn, or attainment rates of periods.
///
/// Input columns: `time` (end of the hour), `station`, `zone`, `leq`, and if there are any `l10,l50,l90,lmax`, in dB(A). An
/// empty level is a missing one. The night belongs to the day on which it begins, and so do its rules.
package struct NoiseZoneTable {
    /// Columns the input must have.
    package static let columns = ["time", "station", "zone", "leq"]
    /// Columns the input may have.
    package static let optionalColumns = ["l10", "l50", "l90", "lmax"]
    /// The columns of a table of days.
    package static let dayColumns = [
        "date", "station", "zone", "ld", "ld_hours", "ln", "ln_hours", "ldn", "lmax_night", "day_limit", "night_limit",
        "day_met", "night_met", "standard", "note",
    ]

    /// Output is handed over in pieces of about this size, in bytes.
    private static let pieceBytes = 262_144

    private let catalog: RuleCatalog
    private let choice: RuleChoice
    private let periods: String
    private let span: NoiseSpan
    private let explains: Bool

    /// A table judged by the rules of `catalog`.
    ///
    /// - Parameters:
    ///   - periods: the id of the rule that divides day and night.
    ///   - span: rows of days, or of attainment rates over longer periods.
    ///   - explains: whether a column says how each row came about.
    package init(
        catalog: RuleCatalog, choice: RuleChoice = .ofTheDay, periods: String = NoiseDayRules.usualPeriods,
        by span: NoiseSpan = .day, explains: Bool = false
    ) {
        self.catalog = catalog
        self.choice = choice
        self.periods = periods
        self.span = span
        self.explains = explains
    }

    /// Reads CSV to its end and writes the table.
    ///
    /// - Parameters:
    ///   - output: takes the CSV piece by piece.
    ///   - refused: takes every row that took no part, with its line and reason.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError` when the CSV breaks off inside quotes,
    ///   `CatalogError` for a rule that does not exist, what `output` and `refused` throw.
    package func judge(
        input: ChunkSource, output: ([UInt8]) throws -> Void, refused: (RefusedRow) throws -> Void
    ) throws -> JudgedCounts {
        var gathering = NoiseGathering(catalog: catalog, choice: choice, periods: periods)
        let stream = GatheredStream(required: Self.columns, optional: Self.optionalColumns)
        let counts = try stream.run(input: input, refused: refused) { row, header in
            switch NoiseHourRow.read(row, header) {
            case .success(let hour): try gathering.take(hour)
            case .failure(let refusal): refusal.reason
            }
        }
        var writer = CSVWriter(lineEnd: .lf)
        if span == .day {
            writer.row(Self.dayColumns + (explains ? [JudgedStream.explainColumn] : []))
            for entry in gathering.days {
                try write(entry.station, NoiseDayVerdict(entry.day, by: entry.rules), entry.rules, into: &writer)
                if writer.bytes.count >= Self.pieceBytes { try output(writer.take()) }
            }
        } else {
            var rates = NoiseZoneRates(by: span)
            for entry in gathering.days {
                try rates.add(NoiseDayVerdict(entry.day, by: entry.rules), by: entry.rules)
            }
            try rates.write(explains: explains, into: &writer)
        }
        try output(writer.take())
        return counts
    }

    private func write(
        _ station: String, _ verdict: NoiseDayVerdict, _ rules: NoiseDayRules, into writer: inout CSVWriter
    ) {
        writer.field(verdict.noiseDay.date.description)
        writer.field(station)
        writer.field(verdict.noiseDay.zone.rawValue)
        for period in NoisePeriod.allCases {
            let level = verdict.level(period)
            writer.field(level.validLevel?.description ?? "")
            writer.field("\(level.validCount)/\(level.expectedCount)")
        }
        writer.field(verdict.dayNight.validLevel?.description ?? "")
        writer.field(verdict.noiseDay.nightMaximum?.description ?? "")
        for period in NoisePeriod.allCases { writer.field(verdict.limit[period].description) }
        for period in NoisePeriod.allCases { writer.field(verdict.isMet(period).map { $0 ? "yes" : "no" } ?? "") }
        writer.field(rules.standard.id)
        writer.field(NoiseDayNotes(verdict, by: rules).sentences.joined(separator: ";"))
        if explains { writer.field(NoiseZoneExplanation(verdict, by: rules).explanation.line) }
        writer.endRow()
    }
}
