import Catalog
import Standards
import Testing

@testable import Casework

/// Counting of periods: 民法典第201—203条, and the notices of the State Council.
struct WorkCalendarTests {
    private static func deadline(
        _ from: String, _ amount: Int, _ unit: PeriodUnit, roll: Roll = .forward, paused: [PausedDays] = []
    ) throws -> Deadline {
        try ShippedRules.calendar.get().deadline(
            of: PeriodLength(amount, unit), from: try day(from), roll: roll, paused: paused)
    }

    @Test func `counting begins the day after`() throws {
        #expect(try Self.deadline("2026-09-14", 1, .working).day == day("2026-09-15"))
        #expect(try Self.deadline("2026-09-14", 1, .calendar).day == day("2026-09-15"))
    }

    @Test func `five workdays pass over National Day and its make-up workdays count`() throws {
        // 2026: off 25–27 September and 1–7 October, work on Sunday 20 September and Saturday 10 October.
        let found = try Self.deadline("2026-09-24", 5, .working)
        #expect(found.day == (try day("2026-10-09")))
        #expect(found.skipped.count == 10)
        #expect(found.skipped.first == (try day("2026-09-25")))
        #expect(!found.isProvisional)
        let calendar = try ShippedRules.calendar.get()
        #expect(calendar.isWorkday(try day("2026-10-10")))
        #expect(!calendar.isWorkday(try day("2026-10-11")))
    }

    @Test func `a Sunday before a make-up workday counts`() throws {
        let calendar = try ShippedRules.calendar.get()
        #expect(calendar.isWorkday(try day("2007-04-28")))
        #expect(calendar.isWorkday(try day("2026-09-20")))
    }

    @Test func `a period of days that would end on a day off ends on the next workday`() throws {
        let found = try Self.deadline("2026-09-16", 15, .calendar)
        #expect(found.day == (try day("2026-10-08")))
        #expect(try found.skipped == [1, 2, 3, 4, 5, 6, 7].map { try day("2026-10-0\($0)") })
    }

    @Test func `a period that restricts a party ends on its day, day off or not`() throws {
        let found = try Self.deadline("2026-09-03", 30, .calendar, roll: .none)
        #expect(found.day == (try day("2026-10-03")))
        #expect(found.skipped.isEmpty)
    }

    @Test func `where the law is silent both days are known and the earlier is warned on`() throws {
        let found = try Self.deadline("2026-09-03", 30, .calendar, roll: .unknown)
        #expect(found.day == (try day("2026-10-08")))
        #expect(found.earliest == (try day("2026-10-03")))
        #expect(found.isOpen)
        #expect(try ShippedRules.calendar.get().basis(of: found).contains("不顺延为2026-10-03，顺延为2026-10-08"))
    }

    @Test(arguments: [
        ("2026-01-31", 1, PeriodUnit.months, "2026-02-28"), ("2024-01-31", 1, .months, "2024-02-29"),
        ("2026-08-15", 3, .months, "2026-11-15"), ("2024-02-29", 1, .years, "2025-02-28"),
        ("2024-08-15", 2, .years, "2026-08-15"),
    ])
    func `months and years end on the day of the same number or the last of a shorter month`(
        from: String, amount: Int, unit: PeriodUnit, expected: String
    ) throws {
        #expect(try Self.deadline(from, amount, unit, roll: .none).day == day(expected))
    }

    @Test func `a year without a notice is counted by weekends and said to be provisional`() throws {
        let found = try Self.deadline("2026-12-30", 3, .working)
        #expect(found.day == (try day("2027-01-04")))
        #expect(found.unnoticedYears == [2027])
        #expect(found.provisionalNote == "暂定（2027年节假日安排未录入）")
        // A make-up workday on the Saturday would end it there.
        #expect(found.earliest == (try day("2027-01-02")))
        #expect(try Self.deadline("2026-12-30", 1, .working).provisionalNote == nil)
    }

    @Test func `a period that restricts a party depends on no notice`() throws {
        #expect(try !Self.deadline("2026-12-30", 30, .calendar, roll: .none).isProvisional)
        #expect(try Self.deadline("2026-12-30", 30, .calendar).isProvisional)
    }

    @Test func `an end at the close of a year says that the next notice may move it`() throws {
        let calendar = try ShippedRules.calendar.get()
        let found = try Self.deadline("2026-12-29", 2, .working)
        #expect(found.day == (try day("2026-12-31")))
        #expect(calendar.basis(of: found).contains("2027年安排尚未录入，可能调整2026年末的工作日"))
        #expect(!calendar.basis(of: try Self.deadline("2025-12-29", 2, .working)).contains("尚未录入"))
    }

    @Test func `days on which a clock rests do not count`() throws {
        let rest = PausedDays(from: try day("2026-03-10"), to: try day("2026-03-20"))
        #expect(try Self.deadline("2026-03-02", 30, .calendar, roll: .none).day == day("2026-04-01"))
        #expect(try Self.deadline("2026-03-02", 30, .calendar, roll: .none, paused: [rest]).day == day("2026-04-11"))
        // The same days given for two reasons are left out once.
        let overlapping = PausedDays(from: try day("2026-03-15"), to: try day("2026-03-20"))
        let found = try Self.deadline("2026-03-02", 30, .calendar, roll: .none, paused: [rest, overlapping])
        #expect(found.day == (try day("2026-04-11")))
    }

    @Test func `what must be done before an event is counted back, its day not counted`() throws {
        let calendar = try ShippedRules.calendar.get()
        // Hearing on Monday 2026-10-12: workdays before it 10, 9, 8 October, 30, 29, 28 September, 24 September.
        #expect(try calendar.lastDay(PeriodLength(7, .working), before: day("2026-10-12")).day == day("2026-09-24"))
        let renewal = calendar.lastDay(PeriodLength(60, .calendar), before: try day("2026-12-02"))
        #expect(renewal.day == (try day("2026-10-03")))
        #expect(renewal.earliest == (try day("2026-09-30")))
    }

    @Test func `hours run through nights and holidays`() throws {
        let start = try #require(Instant("2026-09-30T22:00:00+08:00"))
        let found = try ShippedRules.calendar.get().deadline(hours: 24, from: start)
        #expect(found.moment == Instant("2026-10-01T22:00:00+08:00"))
    }

    @Test func `the notices of twenty years are there, each with its paper`() throws {
        let calendar = try ShippedRules.calendar.get()
        #expect(calendar.years.keys.sorted() == Array(2007...2026))
        let days = calendar.years.values.reduce(0) { $0 + $1.off.count + $1.work.count }
        #expect(days == 678)
        #expect(calendar.years.values.allSatisfy { !$0.papers.isEmpty })
    }

    @Test func `a bureau that enters a notice makes what was provisional final`() throws {
        let notice = """
            calendar:
              years:
                - year: 2027
                  papers: [测试通知]
                  festivals:
                    - {name: 元旦, off: [2027-01-01, 2027-01-02, 2027-01-03], work: [2027-01-09]}

            """
        let folder = try OverlayFolder(["calendar/2027.yaml": header(id: "calendar-2027", from: "2026-11-01") + notice])
        let calendar = try WorkCalendar(folder.load())
        let found = calendar.deadline(of: PeriodLength(3, .working), from: try day("2026-12-30"), roll: .forward)
        #expect(found.day == (try day("2027-01-05")))
        #expect(!found.isProvisional)
    }

    @Test func `a notice with a day of another year or a day both off and worked is refused with its line`() throws {
        let notice = """
            calendar:
              years:
                - year: 2027
                  papers: [测试通知]
                  festivals:
                    - {name: 元旦, off: [2028-01-01, 2027-01-02], work: [2027-01-02]}

            """
        let folder = try OverlayFolder(["calendar/2027.yaml": header(id: "calendar-2027") + notice])
        let faults = WorkCalendar.faults(in: try folder.load()).map(\.description)
        #expect(faults.count == 2)
        #expect(faults.contains { $0.contains("calendar/2027.yaml:11: 2028-01-01 不属于2027年的安排") })
        #expect(faults.contains { $0.contains("2027-01-02 既放假又上班") })
    }
}
