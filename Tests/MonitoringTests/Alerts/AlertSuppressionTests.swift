import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring

struct AlertSuppressionTests {
    private static let day = ReviewFixture.day

    private static func bureau(high: [String], from: (String) -> Int = { _ in 3 }) async throws -> TestBureau {
        let bureau = try await MonitoringFixture.bureau()
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1", "S2", "S3", "S4"], hours: 1...12) { station, hour in
                let isHigh = high.contains(station) && (from(station)...6).contains(hour)
                let fine = isHigh ? 90 + hour % 3 : 30 + (hour * 7) % 9
                return "10,\(20 + hour % 5),\(120 + hour % 7),\(fine),0.\(3 + hour % 4),\(60 + hour % 8)"
            }, into: bureau)
        return bureau
    }

    private static func high(_ bureau: TestBureau) async throws -> [AlertCandidate] {
        let now = Instant(beijing: day, hour: 12)
        return try await bureau.book.database.read { connection in
            try AlertSurvey(day, now: now, catalog: bureau.catalog, in: connection).candidates()
        }.filter { $0.identity.rule == "alert.air.exceedance" }
    }

    @Test func `one station of four is brought before a person`() async throws {
        #expect(try await Self.high(try await Self.bureau(high: ["S1"])).map(\.suppressed) == [""])
    }

    @Test func `a rise of the whole district is shown once, by the station that rose first`() async throws {
        let found = try await Self.high(
            try await Self.bureau(high: ["S1", "S2", "S3"]) { $0 == "S2" ? 3 : 4 })
        #expect(found.count == 3)
        #expect(found.filter(\.suppressed.isEmpty).map(\.identity.object) == ["S2"])
        #expect(found.filter { $0.suppressed.contains("4 个站中 3 个") }.count == 2)
        #expect(Set(found.map(\.cause)).count == 1)
    }

    @Test func `an alert like one that was found mistaken is suppressed with that reason`() async throws {
        let bureau = try await Self.bureau(high: ["S1"])
        let earlier = AlertCandidate(
            identity: AlertIdentity(
                rule: "alert.air.exceedance", object: "S1", item: "pm25", start: Instant(beijing: Self.day, hour: 0)),
            kind: .exceedance, until: Instant(beijing: Self.day, hour: 1), value: "80", text: "测试", cause: "air/pm25",
            answerHours: 24, suppressed: "", isSampled: false)
        let actor = MonitoringFixture.actor
        try await bureau.book.record(AlertActions.raise([earlier], on: Self.day, by: actor))
        #expect(try await Self.high(bureau).map(\.suppressed) == [""])
        try await bureau.book.record(
            AlertActions.close([earlier.identity.id], as: .mistaken, note: "校准", reviewer: "乙", by: actor))
        #expect(try await Self.high(bureau).map(\.suppressed) == ["24 小时内同样的预警已判为误报"])
    }
}
