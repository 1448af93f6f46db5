import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

struct ReviewLockTests {
    private let day = ReviewFixture.day

    private func rejection(hour: Int = 6, by person: String = "jia", on date: CivilDate? = nil) -> Action {
        ReviewActions.decide(
            .rejected, on: [ReviewCell(start: Instant(beijing: date ?? day, hour: hour), item: "pm25")], of: "S1",
            reason: "jump", reviewer: person, by: ReviewFixture.person(person))
    }

    private func states(of bureau: TestBureau) async throws -> [ReviewedValue.State] {
        let day = day
        return try await bureau.book.database.read { connection in
            let review = try ReviewStepStore.day(day, of: "S1", in: connection)
            let decisions = try ReviewStore.reviews(on: day, of: "S1", in: connection)
            let span = Period.day(day)
            let readings = try ReadingStore.current(
                ReadingStore.readings(
                    from: span.start, to: span.end, seconds: 3_600, object: "S1", item: "pm25", in: connection))
            return readings.map { reading in
                ReviewedValue(
                    reading, decisions: decisions.filter { $0.start == reading.start && $0.item == "pm25" }, day: review
                ).state
            }
        }
    }

    @Test func `a value goes from raw through the first review to the second, and back when it is decided again`()
        async throws
    {
        let bureau = try await ReviewFixture.bureau()
        #expect(try await states(of: bureau).allSatisfy { $0 == .raw })
        try await bureau.book.record(rejection())
        #expect(try await states(of: bureau).count { $0 == .first } == 1)
        try await ReviewFixture.take([(.reviewed, "jia")], in: bureau)
        #expect(try await states(of: bureau).allSatisfy { $0 == .first })
        try await ReviewFixture.take([(.signed, "yi")], in: bureau)
        #expect(try await states(of: bureau).allSatisfy { $0 == .second })
        try await bureau.book.record(rejection(hour: 7))
        #expect(try await states(of: bureau).count { $0 == .first } == 1)
    }

    @Test func `nobody signs a day in which they decided anything, nor in the place of who did`() async throws {
        let bureau = try await ReviewFixture.bureau()
        try await bureau.book.record(rejection(by: "bing"))
        await #expect(throws: RecordsError(.invalid, field: "unreviewed", detail: "2026-11-20")) {
            try await ReviewFixture.take([(.signed, "yi")], in: bureau)
        }
        try await ReviewFixture.take([(.reviewed, "jia")], in: bureau)
        for person in ["jia", "bing"] {
            await #expect(throws: RecordsError(.invalid, field: "same", detail: person)) {
                try await ReviewFixture.take([(.signed, person)], in: bureau)
            }
        }
        await #expect(throws: RecordsError(.invalid, field: "same", detail: "jia")) {
            try await bureau.book.record(
                ReviewStepActions.take(
                    .signed, of: "S1", on: day, reviewer: "丁", by: ReviewFixture.person("ding", for: "jia")))
        }
        try await ReviewFixture.take([(.signed, "yi")], in: bureau)
    }

    @Test func `a locked day takes no decision until it is unlocked with a reason, and must be signed again`()
        async throws
    {
        let bureau = try await ReviewFixture.bureau()
        await #expect(throws: RecordsError(.invalid, field: "unsigned", detail: "2026-11-20")) {
            try await ReviewFixture.take([(.locked, "jia")], in: bureau)
        }
        try await ReviewFixture.take([(.reviewed, "jia"), (.signed, "yi"), (.locked, "jia")], in: bureau)
        let locked = RecordsError(.invalid, field: "locked", detail: "2026-11-20")
        await #expect(throws: locked) { try await bureau.book.record(rejection()) }
        await #expect(throws: locked) { try await ReviewFixture.take([(.reviewed, "jia")], in: bureau) }
        await #expect(throws: locked) { try await ReviewFixture.take([(.signed, "yi")], in: bureau) }
        await #expect(throws: RecordsError(.invalid, field: "reason", detail: "")) {
            try await ReviewFixture.take([(.unlocked, "ju")], in: bureau)
        }
        try await ReviewFixture.take([(.unlocked, "ju")], reason: "复核发现突变", in: bureau)
        await #expect(throws: RecordsError(.invalid, field: "unsigned", detail: "2026-11-20")) {
            try await ReviewFixture.take([(.locked, "jia")], in: bureau)
        }
        try await bureau.book.record(rejection())
        try await ReviewFixture.take([(.signed, "yi"), (.locked, "jia")], in: bureau)
    }

    @Test func `unlocking has a right of its own`() async throws {
        let bureau = try await ReviewFixture.bureau()
        try await ReviewFixture.take([(.reviewed, "jia"), (.signed, "yi"), (.locked, "jia")], in: bureau)
        let reviewer = Actor(
            id: "jia", permissions: [ReviewActions.review, ReviewStepActions.sign, ReviewStepActions.lock])
        await #expect(throws: RecordsError.self) {
            try await bureau.book.record(
                ReviewStepActions.take(.unlocked, of: "S1", on: day, reason: "改", reviewer: "甲", by: reviewer))
        }
    }

    @Test func `a value that comes after the signature keeps the day open`() async throws {
        let bureau = try await ReviewFixture.bureau()
        try await ReviewFixture.take([(.reviewed, "jia"), (.signed, "yi")], in: bureau)
        bureau.clock.advance(seconds: 60)
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1"], hours: 7...7) { _, _ in "1,1,1,59,0.1,1" }, into: bureau)
        #expect(try await states(of: bureau).count { $0 == .raw } == 1)
        await #expect(throws: RecordsError(.invalid, field: "late", detail: "6")) {
            try await ReviewFixture.take([(.locked, "jia")], in: bureau)
        }
    }

    @Test func `a month is locked when every day of it is, and its days open only after it`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        let october = try #require(CivilDate("2026-10-01"))
        let days = Array(october...october.lastOfMonth)
        for date in days.dropLast() {
            try await ReviewFixture.take(
                [(.reviewed, "jia"), (.signed, "yi"), (.locked, "jia")], on: date, in: bureau)
        }
        await #expect(throws: RecordsError(.invalid, field: "unlocked", detail: "2026-10-31")) {
            try await ReviewFixture.take([(.monthLocked, "jia")], on: october, in: bureau)
        }
        try await ReviewFixture.take(
            [(.reviewed, "jia"), (.signed, "yi"), (.locked, "jia")], on: october.lastOfMonth, in: bureau)
        try await ReviewFixture.take([(.monthLocked, "jia")], on: october, in: bureau)
        await #expect(throws: RecordsError(.invalid, field: "month", detail: "2026-10")) {
            try await ReviewFixture.take([(.unlocked, "ju")], on: days[4], reason: "改", in: bureau)
        }
        try await ReviewFixture.take([(.monthUnlocked, "ju")], on: october, reason: "改", in: bureau)
        try await ReviewFixture.take([(.unlocked, "ju")], on: days[4], reason: "改", in: bureau)
    }

    @Test func `a day that is not over cannot be closed`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let today = Instant(secondsSince1970: bureau.clock.milliseconds / 1_000).beijingDate
        await #expect(throws: RecordsError(.invalid, field: "unfinished", detail: today.description)) {
            try await ReviewFixture.take([(.reviewed, "jia")], on: today, in: bureau)
        }
    }
}
