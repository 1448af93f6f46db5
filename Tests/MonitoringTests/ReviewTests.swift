import Ledger
import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

struct ReviewTests {
    private let hour = Instant(beijing: ReviewFixture.day, hour: 6)

    private func decide(
        _ decision: HourReview.Decision, of station: String = "S1", items: [String] = ["pm25"], reason: String = "",
        note: String = "", citation: String = "", judged: String? = nil, undoes: Int64? = nil,
        value: ExactDecimal? = nil, reviewer: String = "值班员"
    ) -> Action {
        ReviewActions.decide(
            decision, on: items.map { ReviewCell(start: hour, item: $0, judged: judged, undoes: undoes) }, of: station,
            reason: reason, note: note, citation: citation, value: value, reviewer: reviewer,
            by: MonitoringFixture.actor)
    }

    @Test func `a decision is a record of its own and leaves the raw value as it was`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let before = try await bureau.dump()
        try await bureau.book.record(decide(.doubted, items: ["pm25", "pm10"], reason: "jump"))
        let after = try await bureau.dump()
        #expect(after["reading"] == before["reading"])
        #expect(after["air_day"] == before["air_day"], "what is in doubt counts until it is rejected")
        let hour = hour
        let reviews = try await bureau.book.database.read { connection in
            try ReviewStore.reviews(from: hour, to: hour.adding(seconds: 1), in: connection)
        }
        #expect(reviews.map(\.item) == ["pm10", "pm25"])
        #expect(Set(reviews.map(\.sequence)).count == 1)
    }

    @Test func `a rejected hour is out of the day's mean, and counts again when that is undone`() async throws {
        let bureau = try await ReviewFixture.bureau()
        #expect(try await ReviewFixture.mean(.pm25, of: "S1", in: bureau) == 35)
        let raw = try await bureau.dump()["reading"]
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(ReviewFixture.day, stations: ["S1"], hours: 7...7) { _, _ in "1,1,1,995,0.1,1" },
            into: bureau)
        #expect(try await ReviewFixture.mean(.pm25, of: "S1", in: bureau) == 75)
        let rejection = try await bureau.book.record(decide(.rejected, reason: "jump"))
        let day = try await ReviewFixture.value(.pm25, of: "S1", in: bureau)
        #expect(day?.value == 35 && day?.used == 23 && day?.received == 24)
        #expect(try await bureau.dump()["reading"]?.count == (raw?.count ?? 0) + 6, "raw rows stay for ever")
        try await bureau.book.record(decide(.undone, undoes: rejection.sequence))
        #expect(try await ReviewFixture.mean(.pm25, of: "S1", in: bureau) == 75)
    }

    @Test func `a decision does not speak of a value that comes after it`() async throws {
        let bureau = try await ReviewFixture.bureau()
        try await bureau.book.record(decide(.rejected, reason: "jump", judged: "35|N"))
        #expect(try await ReviewFixture.value(.pm25, of: "S1", in: bureau)?.used == 23)
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(ReviewFixture.day, stations: ["S1"], hours: 7...7) { _, _ in "1,1,1,59,0.1,1" },
            into: bureau)
        let day = try await ReviewFixture.value(.pm25, of: "S1", in: bureau)
        #expect(day?.used == 24 && day?.value == 36)
        await #expect(throws: RecordsError(.superseded, field: "value", detail: "PM2.5 2026-11-20 7时")) {
            try await bureau.book.record(decide(.rejected, reason: "jump", judged: "35|N"))
        }
    }

    @Test func `twenty hours make a day, and a rejection can take the twentieth`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(ReviewFixture.day, stations: ["S1"], hours: 1...20), into: bureau)
        #expect(try await ReviewFixture.value(.pm25, of: "S1", in: bureau)?.isValid == true)
        try await bureau.book.record(decide(.rejected, reason: "jump"))
        #expect(try await ReviewFixture.value(.pm25, of: "S1", in: bureau)?.isValid == false)
        try await bureau.book.record(decide(.entered, note: "手工监测报告 3 号", value: 35))
        #expect(try await ReviewFixture.value(.pm25, of: "S1", in: bureau)?.isValid == true)
    }

    @Test func `a manual value needs its basis, is one value, and is not negative`() async throws {
        let bureau = try await ReviewFixture.bureau()
        await #expect(throws: RecordsError(.invalid, field: "note", detail: "")) {
            try await bureau.book.record(decide(.entered, value: 30))
        }
        await #expect(throws: RecordsError(.invalid, field: "value", detail: "-1")) {
            try await bureau.book.record(decide(.entered, note: "报告", value: -1))
        }
        await #expect(throws: RecordsError(.invalid, field: "value", detail: "30")) {
            try await bureau.book.record(decide(.entered, items: ["pm25", "pm10"], note: "报告", value: 30))
        }
    }

    @Test func `doubt and rejection need a reason of the list, and every decision a name`() async throws {
        let bureau = try await ReviewFixture.bureau()
        for decision in [HourReview.Decision.doubted, .rejected] {
            await #expect(throws: RecordsError(.invalid, field: "reason", detail: "")) {
                try await bureau.book.record(decide(decision))
            }
            await #expect(throws: RecordsError(.invalid, field: "reason", detail: "nonsense")) {
                try await bureau.book.record(decide(decision, reason: "nonsense"))
            }
        }
        await #expect(throws: RecordsError(.invalid, field: "note", detail: "")) {
            try await bureau.book.record(decide(.doubted, reason: "other"))
        }
        await #expect(throws: RecordsError(.invalid, field: "reviewer", detail: "")) {
            try await bureau.book.record(decide(.accepted, reviewer: ""))
        }
        await #expect(throws: RecordsError(.invalid, field: "items", detail: "")) {
            try await bureau.book.record(decide(.accepted, items: []))
        }
        await #expect(throws: RecordsError(.invalid, field: "items", detail: "tsp")) {
            try await bureau.book.record(decide(.accepted, items: ["tsp"]))
        }
    }

    @Test func `rejecting for a fault cites the maintenance record that shows it`() async throws {
        let bureau = try await ReviewFixture.bureau()
        await #expect(throws: RecordsError(.invalid, field: "citation", detail: "fault")) {
            try await bureau.book.record(decide(.rejected, reason: "fault"))
        }
        let cited = decide(.rejected, reason: "fault", citation: "YW-2026-118")
        await #expect(throws: RecordsError(.invalid, field: "service", detail: "YW-2026-118")) {
            try await bureau.book.record(cited)
        }
        func work(_ number: String, _ item: String) -> Action {
            ServiceActions.record(
                .repair, number: number, of: "S1", items: [item], from: hour.adding(seconds: 600),
                to: hour.adding(seconds: 1_200), company: "运维公司", technician: "张工", enteredBy: "值班员",
                by: MonitoringFixture.actor)
        }
        try await bureau.book.record(work("YW-2026-117", "o3"))
        let unrelated = decide(.rejected, reason: "fault", citation: "YW-2026-117")
        await #expect(throws: RecordsError(.invalid, field: "unrelated", detail: "YW-2026-117")) {
            try await bureau.book.record(unrelated)
        }
        try await bureau.book.record(work("YW-2026-118", "pm25"))
        try await bureau.book.record(cited)
        #expect(try await ReviewFixture.value(.pm25, of: "S1", in: bureau)?.used == 23)
    }

    @Test func `only the decision that stands can be undone`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let place = "PM2.5 2026-11-20 7时"
        await #expect(throws: RecordsError(.invalid, field: "undoes", detail: place)) {
            try await bureau.book.record(decide(.undone, undoes: 1))
        }
        let first = try await bureau.book.record(decide(.rejected, reason: "jump"))
        let second = try await bureau.book.record(decide(.accepted))
        await #expect(throws: RecordsError(.superseded, field: "undoes", detail: place)) {
            try await bureau.book.record(decide(.undone, undoes: first.sequence))
        }
        try await bureau.book.record(decide(.undone, undoes: second.sequence))
        #expect(try await ReviewFixture.value(.pm25, of: "S1", in: bureau)?.used == 23, "the rejection stands again")
    }

    @Test(arguments: ["国控", "市控"])
    func `values of stations of a superior are not reviewed here`(level: String) async throws {
        let bureau = try await MonitoringFixture.bureau()
        try await bureau.book.record(MonitoringFixture.station("G1", isEvaluated: true, level: level))
        await #expect(throws: RecordsError(.invalid, field: "station", detail: level)) {
            try await bureau.book.record(decide(.accepted, of: "G1"))
        }
    }

    @Test func `records of the first version are read as they were: doubt that changed no figure`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let old = Action(
            actor: MonitoringFixture.actor, name: "monitoring.hour.reviewed", subject: "S1",
            body: [
                "kind": "hour-review", "version": 1, "start": .integer(hour.secondsSince1970),
                "items": ["pm25", "pm10"], "decision": "doubted", "reason": "jump", "note": "", "reviewer": "值班员",
            ])
        try await bureau.book.record(old)
        let hour = hour
        let reviews = try await bureau.book.database.read { connection in
            try ReviewStore.reviews(from: hour, to: hour.adding(seconds: 1), in: connection)
        }
        #expect(reviews.map(\.decision) == [.doubted, .doubted] && reviews.allSatisfy { $0.judged == nil })
        #expect(try await ReviewFixture.mean(.pm25, of: "S1", in: bureau) == 35)
    }
}
