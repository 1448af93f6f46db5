import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// Records of maintenance and quality checks: what they explain, and what the automatic checks make of them.
struct ServiceRecordTests {
    private static let day = ReviewFixture.day

    private static func at(_ hour: Int, _ minute: Int = 0) -> Instant {
        Instant(beijing: day).adding(seconds: hour * 3_600 + minute * 60)
    }

    private static func work(
        _ work: ServiceRecord.Work = .maintenance, number: String = "YW-1", of station: String = "S1",
        items: [String] = [], from start: Instant = at(6, 10), to end: Instant = at(6, 50), company: String = "运维公司",
        checks: [ServiceActions.Check] = []
    ) -> Action {
        ServiceActions.record(
            work, number: number, of: station, items: items, from: start, to: end, company: company, technician: "张工",
            checks: checks, enteredBy: "值班员", by: MonitoringFixture.actor)
    }

    private static func questions(in bureau: TestBureau) async throws -> [AirFinding] {
        let catalog = bureau.catalog
        return try await bureau.book.database.read { connection in
            try AirDayFindings.questions(
                of: RegistryStore.objects(.station, in: connection), on: day, dueHours: 24, catalog: catalog,
                in: connection
            ).filter { $0.station == "S1" }
        }
    }

    private static let refusals: [(action: Action, field: String)] = [
        (work(number: ""), "number"), (work(company: ""), "company"), (work(from: at(7), to: at(6)), "time"),
        (work(to: at(6).adding(seconds: 40 * 86_400)), "time"), (work(items: ["pm25", "pm25"]), "items"),
        (work(of: "nobody"), "station"),
    ]

    @Test(arguments: refusals.indices)
    func `a record that lacks something is refused`(index: Int) async throws {
        let bureau = try await ReviewFixture.bureau()
        let error = await #expect(throws: RecordsError.self) {
            try await bureau.book.record(Self.refusals[index].action)
        }
        #expect(error?.field == Self.refusals[index].field)
    }

    @Test func `a number stands once at a station, and is free again when its record is taken back`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let first = try await bureau.book.record(Self.work())
        await #expect(throws: RecordsError(.invalid, field: "number", detail: "YW-1")) {
            try await bureau.book.record(Self.work())
        }
        try await bureau.book.record(Self.work(of: "S2"))
        try await bureau.book.record(
            ServiceActions.withdraw(
                first.sequence, of: "S1", reason: "登错站", enteredBy: "值班员", by: MonitoringFixture.actor))
        try await bureau.book.record(Self.work())
        let span = Period.day(Self.day)
        let records = try await bureau.book.database.read { connection in
            try ServiceStore.records(of: ["S1"], from: span.start, to: span.end, in: connection)
        }
        #expect(records.map(\.withdrawn) == [nil, "登错站"], "the record taken back is still there to be read")
    }

    /// 10:20 to 11:40 touches the hours that end at 11 and 12.
    @Test func `hours of maintenance are put before the reviewer, those of a mere check are not`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let before = try await Self.questions(in: bureau)
        try await bureau.book.record(Self.work(.check, number: "ZK-1", from: Self.at(2), to: Self.at(3)))
        #expect(try await Self.questions(in: bureau) == before)
        try await bureau.book.record(Self.work(items: ["o3"], from: Self.at(10, 20), to: Self.at(11, 40)))
        let asked = try await Self.questions(in: bureau).filter { $0.has(.marks) }
        #expect(asked.map(\.items) == [[.o3]])
        #expect(asked.map(\.hours) == [11...12])
        #expect(asked.first?.first.rule.id == "air.service" && asked.first?.first.grade == .fail)
    }

    /// The rule: span within 5 % is good, above 10 % out of control since the last good check.
    @Test func `a check out of control puts everything since the last good one in doubt, whenever it is made`()
        async throws
    {
        let bureau = try await ReviewFixture.bureau()
        func check(_ number: String, _ hour: Int, _ error: ExactDecimal) -> Action {
            Self.work(
                .check, number: number, items: ["o3"], from: Self.at(hour), to: Self.at(hour, 30),
                checks: [ServiceActions.Check(item: "o3", kind: .span, error: error)])
        }
        try await bureau.book.record(check("ZK-1", 8, 2))
        #expect(try await Self.questions(in: bureau).allSatisfy { !$0.has(.drift) })
        try await bureau.book.record(check("ZK-2", 20, 12))
        let asked = try await Self.questions(in: bureau).filter { $0.has(.drift) }
        #expect(asked.map(\.items) == [[.o3]])
        #expect(asked.map(\.hours) == [9...21])
        #expect(asked.first?.first.sentence.contains("跨度漂移 12%") == true)
    }

    @Test func `a rebuild makes the same records, rosters and requests`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let kept = try await bureau.book.record(
            Self.work(items: ["o3"], checks: [.init(item: "o3", kind: .zero, error: -1)]))
        try await bureau.book.record(
            ServiceActions.withdraw(kept.sequence, of: "S1", reason: "重登", enteredBy: "甲", by: MonitoringFixture.actor))
        try await bureau.book.record(
            DutyActions.assign(
                "甲", substitute: "乙", on: Self.day...Self.day.adding(days: 3), enteredBy: "甲",
                by: MonitoringFixture.actor))
        try await bureau.book.record(
            DutyActions.assign(
                "丙", substitute: "", on: Self.day...Self.day, enteredBy: "甲", by: MonitoringFixture.actor))
        let day = Self.day
        let duties = try await bureau.book.database.read { connection in
            try ReviewDuty.all(on: day...day.adding(days: 9), in: connection)
        }
        #expect(duties.count == 4 && duties[day]?.main == "丙" && duties[day.adding(days: 1)]?.substitute == "乙")
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        let after = try await bureau.dump()
        for table in ["service_record", "service_item", "service_check", "review_duty"] {
            #expect(before[table] == after[table] && before[table]?.isEmpty == false, "\(table)")
        }
    }

    @Test func `a contractor is asked about own stations alone, with a time to answer by`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let now = Instant(secondsSince1970: bureau.clock.milliseconds / 1_000)
        func ask(_ due: Instant?) -> Action {
            ReviewQuestionActions.ask(
                "核查突跳", about: [ReviewCell(start: Self.at(6), item: "pm25")], of: "S1", to: "运维公司", due: due,
                reviewer: "值班员", by: MonitoringFixture.actor)
        }
        await #expect(throws: RecordsError.self, "an own station has no owner to ask") { () async throws in
            try await bureau.book.record(ask(nil))
        }
        await #expect(throws: RecordsError(.invalid, field: "due", detail: "30")) {
            try await bureau.book.record(ask(now))
        }
        let asked = try await bureau.book.record(ask(now.adding(seconds: 7_200)))
        let open = try await bureau.book.database.read { try ReviewQuestionStore.openRequests(in: $0) }
        #expect(open.map(\.sequence) == [asked.sequence])
        #expect(open.first?.isLate(at: now.adding(seconds: 7_200)) == false)
        #expect(open.first?.isLate(at: now.adding(seconds: 7_201)) == true)
        try await bureau.book.record(
            ReviewQuestionActions.answer(
                asked.sequence, of: "S1", with: "已更换纸带", issuer: "运维公司", document: "YW-9", date: now.beijingDate,
                reviewer: "值班员", by: MonitoringFixture.actor))
        let left = try await bureau.book.database.read { try ReviewQuestionStore.openRequests(in: $0) }
        #expect(left.isEmpty)
    }
}
