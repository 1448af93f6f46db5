import Law
import Standards
import Testing

/// What becomes of a fine after the decision.
struct ExecutionTests {
    private static let day = LawFixture.day

    private func rules() throws -> ExecutionRules {
        try ExecutionRules(try LawFixture.catalog.get(), on: Self.day("2026-11-01"))
    }

    private func late(
        _ yuan: Int64, due: String, on date: String, paid: [LateFine.Payment] = [],
        stopped: [ClosedRange<CivilDate>] = []
    ) throws -> LateFine {
        try LateFine(
            of: Money(yuan: yuan), due: Self.day(due), payments: paid, stopped: stopped, on: Self.day(date), by: rules()
        )
    }

    @Test func `three per cent a day from the day after the last one, to no more than the fine itself`() throws {
        #expect(try late(100_000, due: "2026-09-10", on: "2026-09-10").amount == .zero)
        #expect(try late(100_000, due: "2026-09-10", on: "2026-09-11").amount == Money(yuan: 3_000))
        #expect(try late(100_000, due: "2026-09-10", on: "2026-10-13").amount == Money(yuan: 99_000))
        let full = try late(100_000, due: "2026-09-10", on: "2026-10-14")
        #expect(full.amount == Money(yuan: 100_000) && full.isGreatest && full.days == 34)
        #expect(try late(100_000, due: "2026-09-10", on: "2027-09-10").amount == Money(yuan: 100_000))
    }

    @Test func `days of review and suit do not count, and overlapping ones not twice`() throws {
        let stopped = [
            Self.day("2026-09-12")...Self.day("2026-09-20"), Self.day("2026-09-18")...Self.day("2026-09-25"),
        ]
        let fine = try late(100_000, due: "2026-09-10", on: "2026-09-26", stopped: stopped)
        #expect(fine.days == 2 && fine.stoppedDays == 14 && fine.amount == Money(yuan: 6_000))
    }

    @Test func `what is paid grows no more, from its day on`() throws {
        let half = LateFine.Payment(on: Self.day("2026-09-12"), Money(yuan: 50_000))
        let rest = LateFine.Payment(on: Self.day("2026-09-14"), Money(yuan: 50_000))
        let fine = try late(100_000, due: "2026-09-10", on: "2026-12-31", paid: [half, rest])
        // The 11th on all of it, the 12th and 13th on half.
        #expect(fine.amount == Money(yuan: 6_000) && fine.days == 3 && fine.unpaid == .zero)
    }

    @Test func `more days of review never make the additional fine larger, and it never shrinks with time`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            let due = Self.day("2026-09-10")
            let from = due.adding(days: Int.random(in: 0...40, using: &random))
            let stopped = from...from.adding(days: Int.random(in: 0...30, using: &random))
            var last = Money.zero
            for days in stride(from: 0, through: 80, by: 7) {
                let date = due.adding(days: days)
                let (free, held) = try (
                    LateFine(of: Money(yuan: 7_777), due: due, payments: [], stopped: [], on: date, by: rules()),
                    LateFine(of: Money(yuan: 7_777), due: due, payments: [], stopped: [stopped], on: date, by: rules())
                )
                #expect(held.amount <= free.amount && held.amount >= last)
                #expect(held.days + held.stoppedDays == days || held.isGreatest)
                last = held.amount
            }
        }
    }

    /// Procedures §2.10: 20 万, served on 1 September, found on 21 September: 20 days, 400 万.
    @Test func `the worked example of daily penalties comes out`() throws {
        let round = try DailyPenalty.Round(served: Self.day("2026-09-01"), found: Self.day("2026-09-21"))
        let penalty = try DailyPenalty(of: Money(yuan: 200_000), rounds: [round])
        #expect(penalty.days == 20 && penalty.amount == Money(yuan: 4_000_000))
        #expect(penalty.arithmetic == "2026-09-02至2026-09-21，计 20 日；20万元×20=400万元")
    }

    @Test func `rounds add up, no day counts twice, and a standstill not at all`() throws {
        let first = try DailyPenalty.Round(served: Self.day("2026-09-01"), found: Self.day("2026-09-21"))
        let second = try DailyPenalty.Round(served: Self.day("2026-09-21"), found: Self.day("2026-09-30"))
        #expect(try DailyPenalty(of: Money(yuan: 1), rounds: [first, second]).days == 29)
        let overlapping = try DailyPenalty.Round(served: Self.day("2026-09-15"), found: Self.day("2026-09-30"))
        #expect(try DailyPenalty(of: Money(yuan: 1), rounds: [first, overlapping]).days == 29)
        let halted = Self.day("2026-09-10")...Self.day("2026-09-12")
        #expect(try DailyPenalty(of: Money(yuan: 1), rounds: [first], stopped: [halted]).days == 17)
        #expect(throws: LawError.self) {
            try DailyPenalty.Round(served: Self.day("2026-09-21"), found: Self.day("2026-09-21"))
        }
    }

    @Test func `a document counts as served by its way, an announcement thirty days later`() throws {
        let methods = try ServiceMethod.all(try LawFixture.catalog.get(), on: Self.day("2026-11-01"))
        #expect(methods.map(\.word) == ["直接送达", "留置送达", "委托送达", "邮寄送达", "电子送达", "公告送达"])
        for method in methods {
            let days = method.id == "announcement" ? 30 : 0
            #expect(method.served(Self.day("2026-11-01")) == Self.day("2026-11-01").adding(days: days))
            #expect(!method.proof.isEmpty)
        }
    }
}
