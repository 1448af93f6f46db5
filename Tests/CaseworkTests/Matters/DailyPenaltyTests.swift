import Standards
import Testing

@testable import Casework

/// A penalty for each day follows from the first fine and the days; the program lets no other amount pass.
struct DailyPenaltyTests {
    /// Up to the decision: the order served on 1 September, going on found on 21 September, the first fine 200,000 yuan.
    private func walk() throws -> Walk {
        var walk = try Walk("DAILY", on: "2026-09-21")
        try walk.take("再次送达责令改正")
        try walk.take("确认原处罚决定已送达") { step in
            step.facts["原处罚决定送达日期"] = .date(try day("2026-09-10"))
            step.facts["原处罚款"] = .money(20_000_000)
        }
        try walk.take("按日处罚告知")
        try walk.wait(until: "2026-10-10")
        return walk
    }

    private func refusal(_ walk: Walk, fine: Int64, from: String = "2026-09-01", to: String = "2026-09-21") throws
        -> MatterRefusal?
    {
        try walk.refusal("作出按日处罚决定") { step in
            step.facts["罚款数额"] = .money(fine)
            step.facts["责令改正送达日期"] = .date(try day(from))
            step.facts["计罚截止日期"] = .date(try day(to))
        }
    }

    @Test("Twenty days of 200,000 yuan are 4,000,000, and a fen more or less is refused with the arithmetic")
    func product() throws {
        let walk = try walk()
        #expect(try refusal(walk, fine: 400_000_000) == nil)
        for wrong in [399_999_999, 400_000_001, 420_000_000] as [Int64] {
            let found = try #require(try refusal(walk, fine: wrong))
            #expect(found.code == .factWrong)
            #expect(found.details == ["罚款数额应为400万元：2026-09-02至2026-09-21，计 20 日；20万元×20=400万元"])
        }
    }

    @Test("Days end after they begin, and not after the day of the decision")
    func days() throws {
        let walk = try walk()
        #expect(try refusal(walk, fine: 0, from: "2026-09-21")?.details == ["计罚截止日期2026-09-21应晚于责令改正送达日期2026-09-21"])
        let ahead = try refusal(walk, fine: 20_000_000 * 40, to: "2026-10-11")
        #expect(ahead?.details == ["计罚截止日期2026-10-11晚于办理之日2026-10-10"])
    }

    @Test("The first decision must have been served before")
    func order() throws {
        var walk = try Walk("DAILY", on: "2026-09-21")
        try walk.take("再次送达责令改正")
        let refusal = try walk.refusal("确认原处罚决定已送达") { $0.facts["原处罚决定送达日期"] = .date(try day("2026-09-22")) }
        #expect(refusal?.code == .factWrong)
    }
}
