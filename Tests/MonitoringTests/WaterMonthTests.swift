import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

struct WaterMonthTests {
    private let month = CivilDate(year: 2026, month: 10, day: 1) ?? .first

    private func importRows(_ rows: [String], into bureau: TestBureau) async throws {
        let header = "断面名称,监测时间,水温(℃),pH(无量纲),溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),站点情况\n"
        _ = try await FileImport.run(
            Array((header + rows.joined(separator: "\n")).utf8), fileName: "w.csv", format: .water, defaultYear: nil,
            by: MonitoringFixture.actor, into: bureau.book
        ) { _ in }
    }

    private func section(_ id: String = "W1", in bureau: TestBureau) async throws -> WaterSectionMonth? {
        let month = month
        return try await bureau.book.database.read { connection in
            try WaterStore.months(from: month, to: month, section: id, in: connection).first
        }
    }

    @Test func `a month is rounded before it is judged`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        // Total phosphorus 0.2004 mg/L: rounded to 0.200 it is class III; unrounded it would be IV.
        try await importRows(["W1断面,2026-10-03 08:00,15,7.5,8.0,3.0,0.1,0.2004,正常"], into: bureau)
        let found = try #require(try await section(in: bureau))
        #expect(found.waterClass == .three)
        #expect(found.isMet == true)
        #expect(found.items.first { $0.item == .tp }?.assessed == "0.200")
    }

    @Test func `the class is that of the worst item, and the indicators say how far over class III`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await importRows(
            [
                "W1断面,2026-10-03 08:00,15,7.5,8.0,9.0,2.5,0.1,正常",
                "W1断面,2026-10-03 12:00,15,7.5,8.0,9.0,1.5,0.1,正常",
            ], into: bureau)
        let found = try #require(try await section(in: bureau))
        // NH3-N 2.00 mg/L is class V, over class III by (2.00 − 1.0)/1.0; CODMn 9.0 is IV, over by (9 − 6)/6.
        #expect(found.waterClass == .five)
        #expect(found.isMet == false)
        let indicators = found.items.filter { $0.indicatorRank != nil }.sorted {
            ($0.indicatorRank ?? 0) < ($1.indicatorRank ?? 0)
        }
        #expect(indicators.map(\.item) == [.nh3n, .codmn])
        #expect(indicators.map { $0.multiple?.description } == ["1", "1/2"])
    }

    @Test func `measurements of a station under maintenance take no part`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await importRows(
            [
                "W1断面,2026-10-03 08:00,15,7.5,8.0,3.0,0.1,0.1,正常", "W1断面,2026-10-03 12:00,15,7.5,8.0,30.0,9.9,0.9,维护",
            ], into: bureau)
        #expect(try await section(in: bureau)?.waterClass == .two)
    }

    @Test func `a result below the detection limit counts as half of it`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await importRows(
            [
                "W1断面,2026-10-03 08:00,15,7.5,8.0,3.0,0.1,0.02L,正常", "W1断面,2026-10-03 12:00,15,7.5,8.0,3.0,0.1,0.03,正常",
            ], into: bureau)
        #expect(try await section(in: bureau)?.items.first { $0.item == .tp }?.assessed == "0.020")
    }

    @Test func `a section of unknown kind is not judged by a guess`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await importRows(["某水库,2026-10-03 08:00,15,7.5,8.0,3.0,0.1,0.1,正常"], into: bureau)
        #expect(try await section("某水库", in: bureau) == nil)
    }
}
