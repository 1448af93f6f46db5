import Monitoring
import Records
import Standards
import TestKit
import Testing

/// What a plan asks for, and how far it has come.
struct ManualPlanTests {
    private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

    @Test(arguments: [
        (ManualFrequency.Every.day, 365), (.week, 52), (.tenDays, 36), (.month, 12), (.quarter, 4), (.halfYear, 2),
        (.year, 1),
    ])
    func `the stretches of a year follow one another without gap`(_ every: ManualFrequency.Every, _ count: Int) {
        let windows = ManualFrequency(code: "x", title: "x", every: every).windows(of: 2026)
        #expect(windows.count == count)
        for (one, next) in zip(windows, windows.dropFirst()) {
            #expect(one.upperBound.adding(days: 1) == next.lowerBound)
        }
        #expect(windows.allSatisfy { $0.lowerBound.year == 2026 })
        if every != .week {
            #expect(windows.first?.lowerBound == day("2026-01-01"))
            #expect(windows.last?.upperBound == day("2026-12-31"))
        }
    }

    @Test func `a week begins on Monday, and the third ten days of a month end with it`() {
        let weeks = ManualFrequency(code: "x", title: "x", every: .week).windows(of: 2026)
        #expect(weeks.allSatisfy { $0.lowerBound.weekday == 1 })
        #expect(weeks.first?.lowerBound == day("2026-01-05"))
        let tens = ManualFrequency(code: "x", title: "x", every: .tenDays).windows(of: 2026)
        #expect(
            tens.prefix(6).map(\.upperBound.description) == [
                "2026-01-10", "2026-01-20", "2026-01-31", "2026-02-10", "2026-02-20", "2026-02-28",
            ])
    }

    @Test func `completion counts what is over, and a task goes from due to overdue with the day`() async throws {
        let bureau = try await ManualFixture.bureau()
        let tasks = try await ManualFixture.tasks(in: bureau)
        #expect(tasks.count == 12 + 36)
        let counts = ManualCompletion(tasks)
        // Ten months and, of ten days, 32 stretches are over on 22 November.
        #expect(counts.overdue == 10 + 32)
        #expect(counts.sampled == 0)
        #expect(tasks.filter { $0.state == .due }.map(\.window.upperBound.description) == ["2026-11-30", "2026-11-30"])
        #expect(tasks.filter { $0.state == .ahead }.count == 1 + 3)
    }

    @Test func `a sheet on the last day is in time, one on the next is late, and both count`() async throws {
        for (moment, isLate) in [("2026-10-31T23:50:00+08:00", false), ("2026-11-01T00:10:00+08:00", true)] {
            let bureau = try await ManualFixture.bureau()
            try await bureau.book.record(
                ManualActions.sample(ManualFixture.sheet(at: moment), by: ManualFixture.person("sampler")))
            let task = try #require(try await ManualFixture.tasks(in: bureau).first { $0.sheet != nil })
            #expect(task.isLate == isLate)
            #expect(task.reportDue == day(String(moment.prefix(10))).adding(days: 10))
            #expect(task.state == .reportOverdue)
            #expect(task.missing == ["codmn", "nh3n", "tp", "cod"])
        }
    }

    @Test func `a task is done when every item is issued, and delivery counts from the sampling`() async throws {
        let (bureau, report) = try await ManualFixture.reported()
        func task() async throws -> ManualTask? {
            try await ManualFixture.tasks(in: bureau).first { $0.id == ManualFixture.task() }
        }
        #expect(try await task()?.state == .reviewing)
        // Sampled on 9 October, due on the 19th, on record on 22 November.
        #expect(try await task()?.isReportLate == true)
        try await ManualFixture.review(report, ManualFixture.allLevels, in: bureau)
        #expect(try await task()?.state == .done)
        let counts = ManualCompletion(try await ManualFixture.tasks(in: bureau))
        #expect(counts.done == 1)
        #expect(counts.reportsLate == 1)
        #expect(counts.reportsOnTime == 0)
    }

    @Test func `a point that was dry is no longer owed, and says why`() async throws {
        let bureau = try await ManualFixture.bureau()
        let task = ManualFixture.task("W2", "ten-days", 10)
        try await bureau.book.record(
            ManualActions.excuse(task, reason: "断流", person: "乙", by: ManualFixture.person("planner")))
        let found = try await ManualFixture.tasks(in: bureau).first { $0.id == task }
        #expect(found?.state == .excused)
        #expect(found?.excuse == "断流")
        #expect(ManualCompletion(try await ManualFixture.tasks(in: bureau)).overdue == 10 + 31)
    }

    @Test func `another version of a plan keeps what was sampled`() async throws {
        let (bureau, _) = try await ManualFixture.reported()
        let less = ManualFixture.plan([ManualPlan.Line(object: "W1", frequency: "monthly", items: ["wt", "cod"])])
        await #expect(throws: RecordsError(.invalid, field: "kept", detail: "W1")) {
            try await bureau.book.record(
                ManualActions.plan(less, note: "减项", person: "甲", by: ManualFixture.person("planner")))
        }
        let more = ManualFixture.plan([
            ManualPlan.Line(object: "W1", frequency: "monthly", items: ManualFixture.items + ["bod5"])
        ])
        try await bureau.book.record(
            ManualActions.plan(more, note: "加项", person: "甲", by: ManualFixture.person("planner")))
        let tasks = try await ManualFixture.tasks(in: bureau)
        #expect(tasks.count == 12)
        #expect(tasks.first { $0.sheet != nil }?.missing == ["bod5"])
    }
}
