import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// Everything that is missing of a month has one cause, and the causes with what is valid make up what was expected.
struct CompletenessMonthTests {
    private static let day = CivilDate("2026-11-20") ?? .first

    private static func month(
        ours: Set<Instant> = [], in bureau: TestBureau
    ) async throws -> CompletenessMonth {
        try await bureau.book.database.read { connection in
            let stations = try RegistryStore.objects(.station, in: connection)
            let station = try #require(stations.first { $0.id == "S1" })
            return try #require(
                try CompletenessMonth.months(of: [station], day...day, ours: ours, in: connection).first)
        }
    }

    /// S1: no row from 3 to 6时, 10时 blank PM2.5; one PM10 rejected.
    @Test func `each missing value has the cause that explains it best`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        for hour in 1...24 where !(3...6).contains(hour) {
            let end = Instant(beijing: Self.day, hour: hour)
            let label = "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00"
            text += "\(label),S1,10,20,60,\(hour == 10 ? "" : "35"),0.5,\(60 + hour)\n"
        }
        try await MonitoringFixture.importAir(Array(text.utf8), into: bureau)
        try await bureau.book.record(
            ReviewActions.decide(
                .rejected, on: [ReviewCell(start: Instant(beijing: Self.day, hour: 11), item: "pm10")], of: "S1",
                reason: "jump", reviewer: "值班员", by: MonitoringFixture.actor))
        let plain = try await Self.month(in: bureau)
        #expect(plain.total.expected == 144 && plain.total.causes[.noMessage] == 24)
        #expect(plain.tally(.pm10).causes == [.noMessage: 4, .rejected: 1])
        #expect(plain.tally(.pm25).valid == 19)
        // 3时 was maintained, at 4时 our own platform was down; both were silent.
        try await bureau.book.record(
            ServiceActions.record(
                .maintenance, number: "YW-1", of: "S1", from: Instant(beijing: Self.day, hour: 2),
                to: Instant(beijing: Self.day, hour: 3), company: "运维公司", technician: "张工", enteredBy: "值班员",
                by: MonitoringFixture.actor))
        let explained = try await Self.month(ours: [Instant(beijing: Self.day, hour: 3)], in: bureau)
        #expect(explained.tally(.pm10).causes == [.noMessage: 2, .maintenance: 1, .ours: 1, .rejected: 1])
        for item in AirItem.allCases {
            let tally = explained.tally(item)
            #expect(tally.expected == tally.valid + tally.causes.values.reduce(0, +))
        }
        #expect(explained.total == explained.tally(on: Self.day))
    }
}
