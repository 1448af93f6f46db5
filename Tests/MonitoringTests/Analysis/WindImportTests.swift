import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

struct WindImportTests {
    private static let day = CivilDate("2026-11-20") ?? .first

    private static func file(_ winds: [String]) -> [UInt8] {
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3,windspeed,winddirection\n"
        for (place, wind) in winds.enumerated() {
            text += "2026-11-20T0\(place + 1)00,S1,10,20,60,35,0.5,80,\(wind)\n"
        }
        return Array(text.utf8)
    }

    @Test func `wind comes in with the air of a file, and a blank one is no reading`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let outcome = try await MonitoringFixture.importAir(Self.file(["2.1,350", ",", "0.0,"]), into: bureau)
        #expect(outcome.rows == 3)
        #expect(outcome.readings == 3 * 6 + 3)
        let span = Period.day(Self.day)
        let (speeds, directions, stations) = try await bureau.book.database.read { connection in
            (
                try AnalysisHourStore.hours(
                    of: "S1", item: WindItem.speed, from: span.start, to: span.end, in: connection),
                try AnalysisHourStore.hours(
                    of: "S1", item: WindItem.direction, from: span.start, to: span.end, in: connection),
                try AnalysisHourStore.objects(measuring: WindItem.speed, in: connection)
            )
        }
        #expect(speeds.map(\.value) == [AnalysisFixture.decimal("2.1"), 0])
        #expect(speeds.map(\.start.beijingHour) == [0, 2])
        #expect(directions.map(\.value) == [350])
        #expect(stations == ["S1"])
    }

    @Test(arguments: ["-1,90", "2,361", "130,90", "x,90"])
    func `wind that cannot be refuses its row with the column named`(wind: String) async throws {
        let bureau = try await MonitoringFixture.bureau()
        let outcome = try await MonitoringFixture.importAir(Self.file([wind, "2.1,350"]), into: bureau)
        #expect(outcome.rows == 1)
        #expect(outcome.refusals.first?.column.hasPrefix("wind") == true)
    }

    @Test func `analysis takes what a reviewer left, and what the superior put in place`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let start = Instant(beijing: ReviewFixture.day)
        let hours = { () async throws -> [AnalysisHour] in
            try await bureau.book.database.read { connection in
                try AnalysisHourStore.hours(
                    of: "S1", item: "pm25", from: start, to: start.adding(seconds: 86_400), in: connection)
            }
        }
        #expect(try await hours().count == 24)
        try await bureau.book.record(
            ReviewActions.decide(
                .rejected, on: [ReviewCell(start: start.adding(seconds: 3_600), item: "pm25", judged: "35|N")],
                of: "S1",
                reason: "jump", reviewer: "甲", by: MonitoringFixture.actor))
        let left = try await hours()
        #expect(left.count == 23)
        #expect(!left.contains { $0.start == start.adding(seconds: 3_600) })
    }
}
