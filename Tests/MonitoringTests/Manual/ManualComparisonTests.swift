import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

/// Manual values beside the automatic ones of their period.
struct ManualComparisonTests {
    @Test func `a sample is compared with the period in which it was taken`() async throws {
        let (bureau, report) = try await ManualFixture.reported()
        try await ManualFixture.review(report, ManualFixture.allLevels, in: bureau)
        let header = "断面名称,监测时间,水温(℃),pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),站点情况\n"
        let rows = [
            // 9:40 lies in the four hours from 8:00.
            "W1断面,2026-10-09 08:00,18.7,8.2,7.5,5.6,0.6,0.13,正常", "W1断面,2026-10-09 12:00,30,3,1,50,50,50,正常",
        ]
        _ = try await FileImport.run(
            Array((header + rows.joined(separator: "\n")).utf8), fileName: "w.csv", format: .water, defaultYear: nil,
            by: MonitoringFixture.actor, into: bureau.book
        ) { _ in }
        let catalog = bureau.catalog
        let found = try await bureau.book.database.read { connection in
            try ManualComparisonStore.comparisons(
                of: ["W1"], from: Instant(secondsSince1970: 0), to: ManualFixture.now, catalog: catalog,
                in: connection)
        }
        let verdicts = Dictionary(
            found.map { ($0.manual.series.item, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        // 18.7 − 18.2 is exactly 0.5; pH 8.2 − 7.6 is more.
        #expect(verdicts["wt"] == .agrees)
        #expect(verdicts["ph"] == .differs)
        #expect(verdicts["do"] == .agrees)
        // CODMn 4.2 is above class II (4) and not above IV (10): 30 %; (5.6 − 4.2) / 4.2 is 33.3 %.
        #expect(verdicts["codmn"] == .differs)
        // Ammonia below detection: the station must stay within class II, 0.5 mg/L.
        #expect(verdicts["nh3n"] == .differs)
        // TP 0.118 is above class II (0.1): (0.13 − 0.118) / 0.118 is 10.2 %.
        #expect(verdicts["tp"] == .agrees)
        #expect(verdicts["cod"] == .open)
        #expect(found.first { $0.manual.series.item == "codmn" }?.text == "相对误差 33.3 %，允许 ±30 %")
    }

    @Test func `the workbook for the city has the issued values alone, and the same values give the same bytes`()
        async throws
    {
        let (bureau, report) = try await ManualFixture.reported()
        let month = CivilDate(year: 2026, month: 10, day: 1) ?? .first
        let catalog = bureau.catalog
        @Sendable func workbook(_ connection: ReadConnection) throws -> (bytes: [UInt8], count: Int) {
            try ManualExport.workbook(
                of: ManualFixture.plan(), month: month, rules: try ManualRules(catalog, on: month), in: connection)
        }
        let before = try await bureau.book.database.read { try workbook($0) }
        #expect(before.count == 0)
        try await ManualFixture.review(report, ManualFixture.allLevels, in: bureau)
        let first = try await bureau.book.database.read { try workbook($0) }
        let second = try await bureau.book.database.read { try workbook($0) }
        #expect(first.count == ManualFixture.items.count)
        #expect(first.bytes == second.bytes)
        let file = try bureau.book.archive.attachments.store(first.bytes)
        try await bureau.book.record(
            ManualActions.upload(
                ManualFixture.planID, month: month, file: file, count: first.count, receiver: "市监测中心",
                receipt: "SJ-2026-88", on: ManualFixture.now.beijingDate, person: "甲", by: ManualFixture.person("clerk")
            ))
        let sent = try await bureau.book.database.read { try ManualPlanStore.uploads(of: ManualFixture.planID, in: $0) }
        #expect(sent.map(\.receipt) == ["SJ-2026-88"])
        #expect(sent.map(\.file) == [file])
    }
}
