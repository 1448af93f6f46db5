import Standards
import Storage

/// The readings that issuing a report or sheet gives: of every sample, at the moment at which it was taken.
struct ManualSeries {
    /// The mark of a value that a corrected report no longer has.
    static let withdrawn = "R"

    private(set) var readings: [Reading] = []
    /// Sheets whose values on the spot count from now on.
    private(set) var entered: [String] = []
    /// The report that is replaced.
    private(set) var corrected: String?

    /// - Parameter milliseconds: the moment of the record that issues it.
    init(issuing subject: String, at milliseconds: Int64, in connection: ReadConnection) throws {
        guard let report = try LaboratoryStore.report(subject, in: connection) else {
            guard let sheet = try ManualSheetStore.sheet(subject, in: connection) else { return }
            enter(sheet, at: milliseconds)
            return
        }
        let sheets = try ManualSheetStore.sheets(of: report.plan, in: connection)
        let entered = try ManualSheetStore.entered(of: report.plan, in: connection)
        let rows = try LaboratoryStore.rows(of: report.id, in: connection).filter { $0.kind == .sample }
        let bySample = Dictionary(sheets.map { ($0.bottles.sample, $0) }, uniquingKeysWith: { _, last in last })
        for row in rows {
            guard let sheet = bySample[row.sample] else { continue }
            if !entered.contains(sheet.id), !self.entered.contains(sheet.id) { enter(sheet, at: milliseconds) }
            readings.append(
                Reading(
                    series: SeriesKey(object: sheet.task.object, item: row.item, seconds: 0), start: sheet.sampled,
                    arrivedMilliseconds: milliseconds, origin: .manual(record: report.sequence, line: Int64(row.line)),
                    value: row.value, isBelowDetection: row.isBelowDetection, flag: "N"))
        }
        guard let old = try report.corrects.flatMap({ try LaboratoryStore.report($0, in: connection) }) else { return }
        corrected = old.id
        let said = Set(rows.map { [$0.sample, $0.item] })
        for row in try LaboratoryStore.rows(of: old.id, in: connection)
        where row.kind == .sample && !said.contains([row.sample, row.item]) {
            guard let sheet = bySample[row.sample] else { continue }
            readings.append(
                Reading(
                    series: SeriesKey(object: sheet.task.object, item: row.item, seconds: 0), start: sheet.sampled,
                    arrivedMilliseconds: milliseconds, origin: .manual(record: report.sequence, line: 0), value: nil,
                    flag: Self.withdrawn))
        }
    }

    private mutating func enter(_ sheet: ManualSheet, at milliseconds: Int64) {
        entered.append(sheet.id)
        for (item, value) in sheet.values.sorted(by: { $0.key < $1.key }) {
            readings.append(
                Reading(
                    series: SeriesKey(object: sheet.task.object, item: item, seconds: 0), start: sheet.sampled,
                    arrivedMilliseconds: milliseconds, origin: .manual(record: sheet.sequence, line: 0), value: value,
                    flag: "N"))
        }
    }
}
