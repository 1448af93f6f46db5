import Catalog
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring

struct AlertTests {
    private static let day = ReviewFixture.day

    /// PM2.5 of S1 is above 75 from 3时 to 5时, S2 sends nothing from 6时 on, the others are quiet.
    private static func bureau() async throws -> TestBureau {
        let bureau = try await MonitoringFixture.bureau()
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1", "S3", "S4"], hours: 1...12) { station, hour in
                let fine = station == "S1" && (3...5).contains(hour) ? 90 : 30 + (hour * 7 + station.count) % 9
                return "10,\(20 + hour % 5),\(100 + hour % 7),\(fine),0.\(3 + hour % 4),\(60 + hour % 8)"
            }, into: bureau)
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S2"], hours: 1...5) { _, hour in
                "10,\(20 + hour % 5),\(100 + hour % 7),\(31 + hour),0.\(3 + hour % 4),\(60 + hour % 8)"
            }, into: bureau)
        return bureau
    }

    private static func survey(_ bureau: TestBureau) async throws -> [AlertCandidate] {
        let now = Instant(beijing: day, hour: 12)
        return try await bureau.book.database.read { connection in
            try AlertSurvey(day, now: now, catalog: bureau.catalog, in: connection).candidates()
        }
    }

    private static func open(in bureau: TestBureau) async throws -> [Alert] {
        try await bureau.book.database.read { try AlertStore.open(in: $0) }
    }

    private static func raise(_ alerts: [AlertCandidate], in bureau: TestBureau) async throws {
        try await bureau.book.record(AlertActions.raise(alerts, on: day, by: MonitoringFixture.actor))
    }

    private static func alert(_ id: String, in bureau: TestBureau) async throws -> Alert? {
        try await bureau.book.database.read { try AlertStore.alert(id, in: $0) }
    }

    /// A candidate made by hand.
    private static func candidate(
        _ object: String, hour: Int = 1, until: Int = 2, suppressed: String = "", isSampled: Bool = false
    ) -> AlertCandidate {
        AlertCandidate(
            identity: AlertIdentity(
                rule: "alert.air.exceedance", object: object, item: "pm25", start: Instant(beijing: day, hour: hour)),
            kind: .exceedance, until: Instant(beijing: day, hour: until), value: "90", text: "测试",
            cause: "air/pm25/\(day)",
            answerHours: 24, suppressed: suppressed, isSampled: isSampled)
    }

    @Test func `a day is surveyed for high hours and for silence, each with its cause`() async throws {
        let found = try await Self.survey(try await Self.bureau())
        let high = found.filter { $0.kind == .exceedance }
        #expect(high.map(\.identity.object) == ["S1"])
        #expect(high.first?.identity.item == "pm25")
        #expect(high.first?.identity.start == Instant(beijing: Self.day, hour: 2))
        #expect(high.first?.until == Instant(beijing: Self.day, hour: 5))
        #expect(high.first?.value == "90")
        #expect(high.first?.cause == "air/pm25/\(Self.day)")
        let silent = found.filter { $0.kind == .silence }
        #expect(Set(silent.map(\.identity.object)) == ["S2"])
        #expect(Set(silent.map(\.cause)).count == 1)
        // Six items stop at once: one stands for all, and the others say so.
        #expect(silent.count == 6)
        #expect(silent.filter(\.suppressed.isEmpty).map(\.identity.item) == ["co"])
        #expect(silent.first?.identity.start == Instant(beijing: Self.day, hour: 5))
    }

    @Test func `what is on record is raised again only when it lasts longer`() async throws {
        let bureau = try await Self.bureau()
        let first = Self.candidate("S1")
        try await Self.raise([first], in: bureau)
        await #expect(throws: RecordsError.self) { try await Self.raise([first], in: bureau) }
        try await Self.raise([Self.candidate("S1", until: 4)], in: bureau)
        let alert = try #require(try await Self.alert(first.identity.id, in: bureau))
        #expect(alert.until == Instant(beijing: Self.day, hour: 4))
        #expect(alert.dueMilliseconds == alert.raisedMilliseconds + 24 * 3_600_000)
        let news = try await bureau.book.database.read { connection in
            try AlertStore.news(of: [first, Self.candidate("S1", until: 5), Self.candidate("S3")], in: connection)
        }
        #expect(news.map(\.identity.object) == ["S1", "S3"])
        // Nothing speaks of what has not been yet.
        await #expect(throws: RecordsError.self) { try await Self.raise([Self.candidate("S4", until: 60)], in: bureau) }
    }

    @Test func `an alert goes to a person and is closed once, with a finding in words`() async throws {
        let bureau = try await Self.bureau()
        try await Self.raise([Self.candidate("S1"), Self.candidate("S3")], in: bureau)
        let ids = [Self.candidate("S1"), Self.candidate("S3")].map(\.identity.id)
        let actor = MonitoringFixture.actor
        try await bureau.book.record(AlertActions.assign(ids, to: "乙", reviewer: "甲", by: actor))
        #expect(try await Self.open(in: bureau).map(\.person) == ["乙", "乙"])
        await #expect(throws: RecordsError.self) {
            try await bureau.book.record(AlertActions.close(ids, as: .real, note: "", reviewer: "乙", by: actor))
        }
        try await bureau.book.record(AlertActions.close(ids, as: .real, note: "现场核实", reviewer: "乙", by: actor))
        #expect(try await Self.alert(ids[0], in: bureau)?.outcome == .real)
        #expect(try await Self.open(in: bureau).isEmpty)
        await #expect(throws: RecordsError.self) {
            try await bureau.book.record(AlertActions.close(ids, as: .mistaken, note: "改", reviewer: "乙", by: actor))
        }
    }

    @Test func `a suppressed alert keeps its reason and is for nobody, unless it was drawn`() async throws {
        let bureau = try await Self.bureau()
        let hidden = Self.candidate("S1", suppressed: "区域过程")
        let drawn = Self.candidate("S3", suppressed: "区域过程", isSampled: true)
        try await Self.raise([hidden, drawn], in: bureau)
        #expect(try await Self.alert(hidden.identity.id, in: bureau)?.suppressed == "区域过程")
        #expect(try await Self.open(in: bureau).map(\.id) == [drawn.identity.id])
        await #expect(throws: RecordsError.self) {
            try await bureau.book.record(
                AlertActions.assign([hidden.identity.id], to: "乙", reviewer: "甲", by: MonitoringFixture.actor))
        }
        // What is not suppressed is not drawn either.
        await #expect(throws: RecordsError.self) {
            try await Self.raise([Self.candidate("S4", isSampled: true)], in: bureau)
        }
    }

    @Test func `a rebuild gives the same alerts`() async throws {
        let bureau = try await Self.bureau()
        try await Self.raise(try await Self.survey(bureau), in: bureau)
        let ids = try await Self.open(in: bureau).map(\.id)
        let actor = MonitoringFixture.actor
        try await bureau.book.record(AlertActions.assign(ids, to: "乙", reviewer: "甲", by: actor))
        try await bureau.book.record(AlertActions.close([ids[0]], as: .mistaken, note: "校准", reviewer: "乙", by: actor))
        try await bureau.book.record(
            AlertActions.miss(.exceedance, of: "S4", on: Self.day, note: "群众反映异味", reviewer: "甲", by: actor))
        let before = try await bureau.dump()
        #expect(before["alert"]?.count ?? 0 > 1)
        #expect(before["alert_miss"]?.count == 1)
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }
}
