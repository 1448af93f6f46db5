package import Storage

/// Questions about quality control of reports.
package enum ManualQualityStore {
    /// What the blanks and parallels of a report show.
    package static func findings(
        of report: String, rule: ManualQualityRule, rules: ManualRules, in connection: ReadConnection
    ) throws -> [ManualQualityFinding] {
        guard let found = try LaboratoryStore.report(report, in: connection) else { return [] }
        var mains: [String: String] = [:]
        for sheet in try ManualSheetStore.sheets(of: found.plan, in: connection) where !sheet.bottles.parallel.isEmpty {
            mains[sheet.bottles.parallel] = sheet.bottles.sample
        }
        return try ManualQuality(
            rows: try LaboratoryStore.rows(of: report, in: connection), mainOfParallel: mains, rule: rule,
            title: { rules.item($0)?.title ?? $0 }
        ).findings()
    }
}
