package import Catalog
package import Documents
package import Standards

/// A table of hours of ambient air, gathered into series and looked at by the automatic checks: CSV in, one line a finding out.
///
/// Input columns: `time` (end of the hour), `station`, and any of `so2,no2,pm10,pm25,co,o3,no,nox` in µg/m³, CO in mg/m³; an
/// optional `group` says which stations are neighbours. An empty field is missing, `/` is not monitored.
package struct CheckTable: Sendable {
    /// Columns the input must have.
    package static let columns = ["time", "station"]
    /// Items it may have; at least one of them.
    package static let items = AirItem.allCases.map(\.rawValue) + ["no", "nox"]
    /// Columns of the output.
    package static let output = [
        "rule", "version", "test", "grade", "station", "item", "from", "to", "value", "reference", "parameters",
        "message",
    ]

    /// A row that took no part.
    package struct Refusal: Hashable, Sendable {
        package let line: Int
        /// What is wrong and how to mend it.
        package let reason: String
        /// The sentence for standard error.
        package var message: String { "第 \(line) 行未参与检验：\(reason)" }
    }

    /// The series read, as given.
    package private(set) var field: CheckField
    package private(set) var refusals: [Refusal] = []
    /// Rows below the header.
    package private(set) var rows = 0
    /// From the first hour to the end of the last; nil for a table without usable rows.
    package private(set) var span: Range<Instant>?

    /// Reads a table.
    ///
    /// - Throws: `CheckTableError` for a header that cannot be used, `DocumentError` when the CSV breaks off inside quotes.
    package init(_ input: ChunkSource) throws {
        var reader = CSVReader(input)
        guard let head = try reader.next(), head.fault == nil else { throw CheckTableError(.noHeader, columns: []) }
        let columns = try CheckColumns(CSVHeader(head))
        var gathering = CheckGathering(columns)
        while let row = try reader.next() {
            rows += 1
            if let reason = gathering.take(row) { refusals.append(Refusal(line: row.line, reason: reason)) }
        }
        span = gathering.span
        field = CheckField(gathering.series, due: gathering.span)
    }

    /// What the rules of the days of the data find.
    ///
    /// - Parameter ids: only these rules; all where none is named.
    /// - Throws: `CatalogError` with the faults of rule files.
    package func report(by catalog: RuleCatalog, only ids: Set<String>) throws(CatalogError) -> CheckEngine.Report {
        guard let span else { return CheckEngine.Report(findings: [], refusals: []) }
        let last = span.upperBound.adding(seconds: -1).beijingDate
        let stretches = try CheckRules.stretches(of: catalog, over: span.lowerBound.beijingDate...last, only: ids)
        return CheckEngine.report(field, by: stretches)
    }

    /// The findings as CSV with a header.
    package static func csv(_ findings: [CheckFinding]) -> [UInt8] {
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(output)
        for finding in findings {
            let parameters = finding.parameters.map { "\($0.name)=\($0.text)" }.joined(separator: " ")
            writer.row([
                finding.rule.id, "\(finding.rule.version)", finding.rule.kind.rawValue, finding.grade.rawValue,
                finding.station, finding.item, "\(finding.span.start)", "\(finding.span.end)",
                finding.value.map { "\($0)" } ?? "", finding.reference.map(CheckWords.number) ?? "", parameters,
                finding.sentence,
            ])
        }
        return writer.take()
    }
}
