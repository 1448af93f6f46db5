import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

struct AirDayTests {
    private let day = CivilDate(year: 2026, month: 11, day: 20) ?? .first

    private func value(
        _ item: AirItem, of place: AirPlace, on date: CivilDate? = nil, in bureau: TestBureau
    ) async throws -> AirDayValue? {
        let date = date ?? day
        return try await bureau.book.database.read { connection in
            try AirDayStore.values(on: date, in: connection).first { $0.place == place && $0.item == item }
        }
    }

    @Test func `a day needs twenty hours of an item`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1"], hours: 1...19), into: bureau)
        #expect(try await value(.pm25, of: .station("S1"), in: bureau)?.isValid == false)
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1"], hours: 1...20), into: bureau)
        #expect(try await value(.pm25, of: .station("S1"), in: bureau)?.isValid == true)
    }

    @Test func `the hour that ends at midnight belongs to the day before`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1"]) { _, hour in "1,1,1,\(hour == 24 ? 2400 : 0),0.1,1" },
            into: bureau)
        #expect(try await value(.pm25, of: .station("S1"), in: bureau)?.value == 100)
        #expect(try await value(.pm25, of: .station("S1"), on: day.adding(days: 1), in: bureau) == nil)
    }

    @Test func `the district is the mean of its evaluated stations, unrounded, and needs three in four`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await bureau.book.record(MonitoringFixture.station("M1", isEvaluated: false, level: "微型站"))
        let levels = ["S1": 30, "S2": 31, "S3": 33, "M1": 500]
        func file(_ stations: [String]) -> [UInt8] {
            MonitoringFixture.airFile(day, stations: stations) { station, _ in "1,1,1,\(levels[station] ?? 0),0.1,1" }
        }
        try await MonitoringFixture.importAir(file(["S1", "S2", "M1"]), into: bureau)
        #expect(try await value(.pm25, of: .district, in: bureau)?.isValid == false)
        try await MonitoringFixture.importAir(file(["S3"]), into: bureau)
        let district = try await value(.pm25, of: .district, in: bureau)
        #expect(district?.isValid == true)
        #expect(district?.value == (try Rational(94) / 3))
    }

    @Test func `a station that starts to count changes the days it has values for`() async throws {
        let bureau = try await MonitoringFixture.bureau(stations: ["S1", "S2", "S3"])
        try await bureau.book.record(MonitoringFixture.station("S4", isEvaluated: false))
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1", "S2", "S3", "S4"]) { station, _ in
                "1,1,1,\(station == "S4" ? 70 : 30),0.1,1"
            }, into: bureau)
        #expect(try await value(.pm25, of: .district, in: bureau)?.value == 30)
        try await bureau.book.record(MonitoringFixture.station("S4", isEvaluated: true))
        #expect(try await value(.pm25, of: .district, in: bureau)?.value == 40)
    }

    @Test func `the district has no day on which no station counts, whatever counted when its hours came`() async throws
    {
        let bureau = try await MonitoringFixture.bureau(stations: ["S1", "S2"])
        try await MonitoringFixture.importAir(MonitoringFixture.airFile(day, stations: ["S1", "S2"]), into: bureau)
        try await bureau.book.record(MonitoringFixture.station("S1", isEvaluated: false))
        #expect(try await value(.pm25, of: .district, in: bureau)?.value == 35)
        try await bureau.book.record(MonitoringFixture.station("S2", isEvaluated: false))
        #expect(try await value(.pm25, of: .district, in: bureau) == nil)
        #expect(try await value(.pm25, of: .station("S2"), in: bureau)?.value == 35)
        try await bureau.book.record(MonitoringFixture.station("S2", isEvaluated: true))
        #expect(try await value(.pm25, of: .district, in: bureau)?.value == 35)
    }

    @Test func `a station that starts to count is missing on the days for which it has nothing`() async throws {
        let bureau = try await MonitoringFixture.bureau(stations: ["S1"])
        try await MonitoringFixture.importAir(MonitoringFixture.airFile(day, stations: ["S1"]), into: bureau)
        #expect(try await value(.pm25, of: .district, in: bureau)?.isValid == true)
        // As a replay has it, which reads packets behind all records.
        try await bureau.book.record(["S2", "S3"].map { MonitoringFixture.station($0, isEvaluated: true) })
        let district = try await value(.pm25, of: .district, in: bureau)
        #expect(district?.expected == 3 && district?.isValid == false)
    }

    @Test func `a daily index judges daily means and never averages hourly indices`() async throws {
        let bureau = try await MonitoringFixture.bureau(stations: ["S1"])
        // Hourly AQI alternates between 50 (35 µg/m³) and 300 (250 µg/m³); the mean 142.5 → 142 gives IAQI 189 by the
        // table of 2026, not the 175 of averaged indices.
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1"]) { _, hour in
                "1,1,1,\(hour.isMultiple(of: 2) ? 35 : 250),0.1,1"
            }, into: bureau)
        let index = try await bureau.book.database.read { connection in
            try AirDayStore.indices(of: .station("S1"), from: day, to: day, in: connection).first
        }
        #expect(index?.aqi == 189)
        #expect(index?.rule == "HJ633-2026")
    }

    @Test(arguments: [("2026-02-28", "HJ633-2012", 94), ("2026-03-01", "HJ633-2026", 110)])
    func `a day is judged by the rule of that day`(date: String, rule: String, aqi: Int) async throws {
        let bureau = try await MonitoringFixture.bureau(stations: ["S1"])
        let day = try #require(CivilDate(date))
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1"]) { _, _ in "1,1,1,70,0.1,1" }, into: bureau)
        let index = try await bureau.book.database.read { connection in
            try AirDayStore.indices(of: .station("S1"), from: day, to: day, in: connection).first
        }
        #expect(index?.rule == rule)
        #expect(index?.aqi == aqi)
    }

    @Test func `daily values made again from the records are equal`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        for offset in 0..<3 {
            try await MonitoringFixture.importAir(
                MonitoringFixture.airFile(day.adding(days: offset), stations: ["S1", "S2", "S3", "X9"]) { _, hour in
                    "\(hour),\(hour * 2),\(hour * 3),\(hour + 20),0.\(hour % 10),\(hour * 5)"
                }, into: bureau)
        }
        try await bureau.book.record(MonitoringFixture.station("X9", isEvaluated: true))
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }
}
