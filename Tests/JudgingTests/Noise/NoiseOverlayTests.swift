import Catalog
import Foundation
import Judging
import Standards
import Testing

/// What a bureau's own rules change in `noise zone`.
struct NoiseOverlayTests {
    private func judge(_ files: [String: String], _ rows: [String], periods: String) throws -> GatheredText {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("noise-\(UUID().uuidString)")
        let standards = folder.appendingPathComponent("standards")
        try FileManager.default.createDirectory(at: standards, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: standards.appendingPathComponent(name)) }
        let table = NoiseZoneTable(catalog: try RuleCatalog.load(overlay: folder, environment: [:]), periods: periods)
        return try GatheredText(([NoiseHours.header] + rows).joined(separator: "\n")) {
            try table.judge(input: $0, output: $1, refused: $2)
        }
    }

    private func file(_ id: String, from: String, to: String? = nil, _ content: String) -> String {
        """
        id: \(id)
        title: 测试
        effective: {from: \(from)\(to.map { ", to: \($0)" } ?? "")}
        source: {instrument: 无, article: 无, verified: 无}
        confidence: provisional
        \(content)

        """
    }

    @Test
    func `a later night moves the hours, and the hour between two divisions belongs to neither`() throws {
        let files = [
            "a.yaml": file("NIGHT", from: "2020-01-01", to: "2026-06-30", "noise_periods: {night_from: 22}"),
            "b.yaml": file("NIGHT", from: "2026-07-01", "noise_periods: {night_from: 23}"),
        ]
        // The last night from 22:00 to 06:00, the hour from 06:00 to 07:00, then a day from 07:00 to 23:00.
        let rows = [
            "2026-07-01T06:00:00+08:00,A,2,45", "2026-07-01T07:00:00+08:00,A,2,46", "2026-07-01T08:00:00+08:00,A,2,55",
            "2026-07-01T23:00:00+08:00,A,2,57", "2026-07-02T00:00:00+08:00,A,2,48", "2026-07-02T07:00:00+08:00,A,2,48",
        ]
        let judged = try judge(files, rows, periods: "NIGHT")
        #expect(judged.messages == ["第 3 行未参与计算：昼夜划分在这一天变更，这个小时不属于变更前后的任何时段"])
        #expect(
            judged.lines.map {
                $0.split(separator: ",", omittingEmptySubsequences: false).prefix(8).joined(separator: ",")
            }
                == ["2026-06-30,A,2,,0/16,45.0,1/8,", "2026-07-01,A,2,56.1,2/16,48.0,2/8,56.8"])
    }

    @Test
    func `a level with fewer hours than the bureau demands is neither printed nor judged`() throws {
        let minimum =
            "noise_statistics: {level_decimals: 1, rate_decimals: 1, minimum: {day_hours: 13, night_hours: 6}}"
        let rows = NoiseHours.day(
            "2026-03-01", "A", "2", day: Array(repeating: "55", count: 13),
            // The 14th, 15th and 16th hour of the day are missing, and three of the night.
            night: ["", "", ""] + ["45", "45", "45", "45", "45", "", "", ""])
        let judged = try judge(
            ["HBJC2024-33.yaml": file("HBJC2024-33", from: "2025-01-01", minimum)], rows,
            periods: NoiseDayRules.usualPeriods)
        #expect(
            judged.lines == [
                "2026-03-01,A,2,55.0,13/16,,5/8,,,60,50,yes,,GB3096-2008,昼间有效小时 13/16，按现有小时计算;夜间有效小时 5，少于 6，不评价"
            ])
    }
}
