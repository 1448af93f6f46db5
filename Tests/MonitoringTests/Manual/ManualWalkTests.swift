import Documents
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// From the plan to the month's class, and what stands in the way.
struct ManualWalkTests {
    private func refused(_ bureau: TestBureau, _ action: Action) async -> RecordsError? {
        do {
            try await bureau.book.record(action)
            return nil
        } catch let error as RecordsError { return error } catch { return nil }
    }

    @Test func `a plan, a sheet, a report and three signatures make the month of a section that no device watches`()
        async throws
    {
        let (bureau, report) = try await ManualFixture.reported()
        #expect(try await ManualFixture.month(in: bureau)?.waterClass == nil)
        try await ManualFixture.review(report, Array(ManualFixture.allLevels.prefix(2)), in: bureau)
        #expect(try await ManualFixture.month(in: bureau) == nil)
        try await ManualFixture.review(report, [ManualFixture.allLevels[2]], in: bureau)
        let month = try #require(try await ManualFixture.month(in: bureau))
        // COD 22 mg/L is class IV; everything else is III or better.
        #expect(month.waterClass == .four)
        #expect(month.isMet == false)
        let items = Dictionary(month.items.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        #expect(items[.cod]?.indicatorRank == 1)
        #expect(items[.tp]?.assessed == "0.118")
        // 0.025L counts as half of the limit: 0.0125, rounded half to even.
        #expect(items[.nh3n]?.assessed == "0.01")
        #expect(items[.nh3n]?.mean == Rational("1/80"))
        #expect(items[.ph]?.assessed == "8")
        #expect(items[.temperature] == nil)
    }

    @Test func `each value leads back to the row of the report, and what was measured on the spot to the sheet`()
        async throws
    {
        let (bureau, report) = try await ManualFixture.reported()
        try await ManualFixture.review(report, ManualFixture.allLevels, in: bureau)
        let archive = bureau.book.archive
        let (phosphorus, acidity, lines) = try await bureau.book.database.read { connection in
            let start = Instant("2026-10-09T09:40:00+08:00") ?? ManualFixture.now
            let seconds = String(start.secondsSince1970)
            let figures = WaterFigures()
            let found = try LaboratoryStore.report(report, in: connection)
            return (
                try figures.trace(InputID("water-sample", ["W1", "tp", seconds]), in: connection, from: archive),
                try figures.trace(InputID("water-sample", ["W1", "ph", seconds]), in: connection, from: archive),
                try found.map { try archive.attachments.bytes(of: $0.files.lines) } ?? []
            )
        }
        guard case .importRow(_, let line)? = phosphorus?.evidence.first else {
            Issue.record("phosphorus has no row")
            return
        }
        #expect(phosphorus?.value == "0.118")
        let rows = String(decoding: lines, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows[Int(line) - 1] == "W1-1009-1,总磷,118,μg/L,10,GB 11893-89,")
        guard case .record? = acidity?.evidence.first else {
            Issue.record("pH has no record")
            return
        }
    }

    @Test func `the three levels are three people, none of them who brought the report`() async throws {
        let (bureau, report) = try await ManualFixture.reported()
        func take(_ step: ManualReviewStep.Kind, _ person: Actor) -> Action {
            ManualReviewActions.take(step, of: report, note: "", reviewer: "甲", by: person)
        }
        #expect(await refused(bureau, take(.examined, ManualFixture.person("second")))?.field == "order")
        #expect(await refused(bureau, take(.checked, ManualFixture.person("clerk")))?.field == "same")
        #expect(await refused(bureau, take(.checked, ManualFixture.person("x", for: "clerk")))?.field == "same")
        #expect(await refused(bureau, take(.checked, ManualFixture.person("first"))) == nil)
        #expect(await refused(bureau, take(.examined, ManualFixture.person("first")))?.field == "same")
        #expect(await refused(bureau, take(.examined, ManualFixture.person("second"))) == nil)
        #expect(await refused(bureau, take(.issued, ManualFixture.person("second")))?.field == "same")
        #expect(await refused(bureau, take(.issued, ManualFixture.person("third"))) == nil)
        #expect(await refused(bureau, take(.returned, ManualFixture.person("fourth")))?.field == "closed")
    }

    @Test func `quality control that is not met needs a word of the first level`() async throws {
        var rows = ManualFixture.goodRows
        rows[1][2] = "8.4"
        let (bureau, report) = try await ManualFixture.reported(rows)
        let error = await refused(
            bureau,
            ManualReviewActions.take(.checked, of: report, note: "", reviewer: "甲", by: ManualFixture.person("first")))
        #expect(error?.field == "quality")
        // |4.2 − 8.4| / 12.6 = 1/3.
        #expect(error?.detail == "高锰酸盐指数 现场平行 W1-1009-1：4.2 与 8.4，相对偏差 33.3 %，允许 20 %")
        try await ManualFixture.review(report, [(.checked, "first")], note: "已要求复测，另报", in: bureau)
    }

    @Test func `automatic values make the month of the six items where there are any, manual ones the rest`()
        async throws
    {
        let (bureau, report) = try await ManualFixture.reported()
        let header = "断面名称,监测时间,水温(℃),pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),站点情况\n"
        _ = try await FileImport.run(
            Array((header + "W1断面,2026-10-03 08:00,15,7.0,8.0,3.0,0.4,--,正常").utf8), fileName: "w.csv", format: .water,
            defaultYear: nil, by: MonitoringFixture.actor, into: bureau.book
        ) { _ in }
        try await ManualFixture.review(report, ManualFixture.allLevels, in: bureau)
        let items = Dictionary(
            try #require(try await ManualFixture.month(in: bureau)).items.map { ($0.item, $0.assessed) },
            uniquingKeysWith: { first, _ in first })
        #expect(items[.nh3n] == "0.40")
        #expect(items[.codmn] == "3.0")
        #expect(items[.ph] == "7")
        // The station has no phosphorus this month, and never has COD.
        #expect(items[.tp] == "0.118")
        #expect(items[.cod] == "22.0")
    }

    @Test func `a corrected report replaces the values of the first, and takes back what it no longer has`()
        async throws
    {
        let (bureau, report) = try await ManualFixture.reported()
        try await ManualFixture.review(report, ManualFixture.allLevels, in: bureau)
        var rows = Array(ManualFixture.goodRows.prefix(9))
        rows[6][2] = "350"
        rows[7][2] = "0.352"
        let (second, _) = try await LaboratoryImport.run(
            try ManualFixture.order(rows, corrects: report, number: "JC2026-101更"), takesGoodRows: false, person: "丁",
            by: ManualFixture.person("clerk"), into: bureau.book)
        #expect(try await ManualFixture.month(in: bureau)?.items.first { $0.item == .tp }?.assessed == "0.118")
        try await ManualFixture.review(second, ManualFixture.allLevels, in: bureau)
        let month = try #require(try await ManualFixture.month(in: bureau))
        #expect(month.items.first { $0.item == .tp }?.assessed == "0.350")
        #expect(month.waterClass == .five)
        #expect(!month.items.contains { $0.item == .cod })
        let state = try await bureau.book.database.read { try LaboratoryStore.report(report, in: $0)?.state }
        #expect(state == .superseded)
    }

    @Test func `a rebuild makes the same tables`() async throws {
        let (bureau, report) = try await ManualFixture.reported()
        try await ManualFixture.review(report, ManualFixture.allLevels, in: bureau)
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
        #expect(before["reading"]?.count == ManualFixture.items.count)
        #expect(before["manual_review"]?.count == ManualFixture.allLevels.count)
    }
}
