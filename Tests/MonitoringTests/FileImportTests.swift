import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

struct FileImportTests {
    private let day = CivilDate(year: 2026, month: 11, day: 20) ?? .first

    @Test func `the same file again changes nothing`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let file = MonitoringFixture.airFile(day, stations: ["S1", "S2"])
        let first = try await MonitoringFixture.importAir(file, into: bureau)
        #expect(first.rows == 48)
        #expect(first.readings == 288)
        let before = try await bureau.dump()
        let second = try await MonitoringFixture.importAir(file, into: bureau)
        #expect(second.wasKnown)
        #expect(second.sequence == first.sequence)
        #expect(try await bureau.dump() == before)
    }

    @Test func `the same rows in another file bring no new readings, and a corrected row brings one`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await MonitoringFixture.importAir(MonitoringFixture.airFile(day, stations: ["S1"]), into: bureau)
        let again = MonitoringFixture.airFile(day, stations: ["S1"]) { _, hour in
            hour == 7 ? "10,20,60,36,0.5,80" : "10,20,60,35,0.5,80"
        }
        let outcome = try await MonitoringFixture.importAir(again, into: bureau)
        #expect(outcome.readings == 1)
        let start = Instant(beijing: day, hour: 6)
        let versions = try await bureau.book.database.read { connection in
            try ReadingStore.versions(of: "S1", at: start, seconds: 3_600, in: connection)
                .filter { $0.series.item == "pm25" }
        }
        #expect(versions.map { $0.value?.description } == ["35", "36"])
    }

    @Test func `a refused row is named with its line and reason, and the others are taken`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let text = """
            timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3
            2026-11-20T0100,S1,1,2,3,4,0.5,6
            2026-11-20T0200,S1,-1,2,3,4,0.5,6
            yesterday,S1,1,2,3,4,0.5,6
            2026-11-20T0300,,1,2,3,4,0.5,6
            2026-11-20T0400,S1,1,2,3,4,0.5,NaN
            2026-11-20T0500,S1,,/,3,4,0.5,6
            2026-11-20T0600,S1,1,2
            """
        let outcome = try await MonitoringFixture.importAir(Array(text.utf8), into: bureau)
        #expect(outcome.rows == 2)
        #expect(outcome.refusals.map(\.line) == [3, 4, 5, 6, 8])
        #expect(outcome.refusals.map(\.code) == [.negative, .time, .noObject, .notANumber, .malformed])
        #expect(outcome.refusals.allSatisfy { !$0.message.isEmpty })
    }

    @Test func `a file without a needed column is refused whole and leaves nothing behind`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let before = try await bureau.dump()
        await #expect(throws: ImportError(.missingColumn, detail: "pm2_5")) {
            try await MonitoringFixture.importAir(
                Array("timepoint,stationcode,so2,no2,pm10,co,o3\n".utf8), into: bureau)
        }
        await #expect(throws: ImportError(.nothingUsable)) {
            try await MonitoringFixture.importAir(
                Array("timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\nx,S1,1,1,1,1,1,1\n".utf8), into: bureau)
        }
        #expect(try await bureau.dump() == before)
    }

    @Test func `a station that nobody registered is registered as its owner's, outside the district's mean`()
        async throws
    {
        let bureau = try await MonitoringFixture.bureau()
        let outcome = try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["3326A"]), into: bureau)
        #expect(outcome.newObjects == 1)
        let station = try await bureau.book.database.read { try RegistryStore.object("3326A", in: $0) }
        #expect(station?.text("managementLevel") == "国控")
        #expect(station?.flag("isEvaluated") == false)
    }

    @Test func `in files until 2022 the current ozone stands in the column called O3_24h`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let text = """
            TimePoint,StationCode,PM10,PM2_5,O3,O3_24h,NO2,SO2,CO
            2018-02-20T07:00:00,S1,50.0,30.0,120.0,18.0,20.0,10.0,0.6
            """
        try await MonitoringFixture.importAir(Array(text.utf8), into: bureau)
        let date = CivilDate(year: 2018, month: 2, day: 20) ?? .first
        let readings = try await bureau.book.database.read { connection in
            try ReadingStore.versions(
                of: "S1", at: Instant(beijing: date, hour: 6), seconds: 3_600, in: connection)
        }
        #expect(readings.first { $0.series.item == "o3" }?.value?.description == "18.0")
    }

    @Test func `a water file without years asks for one, and reads raw values where there are any`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let text = """
            断面名称,监测时间,水温(℃),pH(无量纲),pH(无量纲)_原始值,溶解氧(mg/L),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),站点情况
            W1断面,04-01 12:00,17.3,7.99,7.9912,8.64,5.81,0.097,0.01L,正常
            """
        func run(_ year: Int?) async throws -> FileImport.Outcome {
            try await FileImport.run(
                Array(text.utf8), fileName: "w.csv", format: .water, defaultYear: year, by: MonitoringFixture.actor,
                into: bureau.book
            ) { _ in }
        }
        await #expect(throws: ImportError(.noYear)) { _ = try await run(nil) }
        let outcome = try await run(2021)
        #expect(outcome.newObjects == 0)
        let date = CivilDate(year: 2021, month: 4, day: 1) ?? .first
        let readings = try await bureau.book.database.read { connection in
            try ReadingStore.versions(
                of: "W1", at: Instant(beijing: date, hour: 12), seconds: 14_400, in: connection)
        }
        #expect(readings.first { $0.series.item == "ph" }?.value?.description == "7.9912")
        #expect(readings.first { $0.series.item == "tp" }?.isBelowDetection == true)
    }
}
