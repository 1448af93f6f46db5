import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

struct ReviewTests {
    private let hour = Instant(beijing: CivilDate(year: 2026, month: 11, day: 20) ?? .first, hour: 6)

    private func review(
        _ decision: ReviewActions.Decision, of station: String = "S1", reason: String = "", items: [String] = ["pm25"],
        reviewer: String = "值班员"
    ) -> Action {
        ReviewActions.reviewHour(
            of: station, start: hour, items: items, decision: decision, reason: reason, note: "", reviewer: reviewer,
            by: MonitoringFixture.actor)
    }

    @Test func `a decision is a record of its own and leaves the raw value as it was`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let day = hour.beijingDate
        try await MonitoringFixture.importAir(MonitoringFixture.airFile(day, stations: ["S1"]), into: bureau)
        let before = try await bureau.dump()
        try await bureau.book.record(review(.doubted, reason: "数值突变", items: ["pm25", "pm10"]))
        let after = try await bureau.dump()
        #expect(after["reading"] == before["reading"])
        #expect(after["air_day"] == before["air_day"])
        let hour = hour
        let reviews = try await bureau.book.database.read { connection in
            try ReviewStore.reviews(from: hour, to: hour.adding(seconds: 1), in: connection)
        }
        #expect(reviews.map(\.item) == ["pm10", "pm25"])
        #expect(Set(reviews.map(\.sequence)).count == 1)
    }

    @Test func `doubt needs a reason and every decision a name`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        await #expect(throws: RecordsError(.invalid, field: "reason", detail: "")) {
            try await bureau.book.record(review(.doubted))
        }
        await #expect(throws: RecordsError(.invalid, field: "reviewer", detail: "")) {
            try await bureau.book.record(review(.accepted, reviewer: ""))
        }
        await #expect(throws: RecordsError(.invalid, field: "items", detail: "")) {
            try await bureau.book.record(review(.accepted, items: []))
        }
    }

    @Test(arguments: ["国控", "市控"])
    func `values of stations of a superior are not reviewed here`(level: String) async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await bureau.book.record(MonitoringFixture.station("G1", isEvaluated: true, level: level))
        await #expect(throws: RecordsError(.invalid, field: "station", detail: level)) {
            try await bureau.book.record(review(.accepted, of: "G1"))
        }
    }
}
