import Standards
import Testing

@testable import Casework

/// The general penalty procedure, from lead to archive, and what it refuses.
struct GeneralPenaltyTests {
    private static func notified() throws -> Walk {
        var walk = try Walk("PEN-GENERAL", on: "2026-09-01")
        try walk.take("立案")
        try walk.take("调查取证")
        try walk.wait(until: "2026-09-10")
        try walk.take("调查终结")
        try walk.take("审查案件")
        try walk.wait(until: "2026-09-24")
        try walk.take("事先告知")
        return walk
    }

    @Test func `a case goes from lead to archive and every clock is stopped in time`() throws {
        var walk = try Self.notified()
        try walk.wait(until: "2026-10-10")
        try walk.take("复核陈述申辩") { step in
            step.confirmations["不听证"] = MatterConfirmation(person: "法规科", role: "legal", reason: "罚款未达听证数额")
        }
        try walk.take("审核通过")
        try walk.take("作出处罚决定") { $0.facts["罚款数额"] = .money(2_300_000_0) }
        try walk.take("送达")
        try walk.wait(until: "2026-10-15")
        try walk.take("公开")
        try walk.take("进入执行")
        try walk.wait(until: "2026-11-20")
        try walk.take("结案")
        let matter = try walk.matter
        #expect(matter.state == "结案")
        #expect(matter.isOver)
        #expect(matter.facts["罚款数额"] == .money(23_000_000))
        for clock in matter.clocks where clock.run.terms.kind == .limit {
            guard case .stopped(_, inTime: true) = clock.status else {
                Issue.record("\(clock.run.terms.name): \(clock.status)")
                continue
            }
        }
        // 90 calendar days from the filing on 1 September end on Monday 30 November.
        #expect(matter.clock("办案期限")?.deadline.day == (try day("2026-11-30")))
    }

    @Test func `before five workdays have passed the review is refused with article and first day`() throws {
        var walk = try Self.notified()
        try walk.wait(until: "2026-10-09")
        let refusal = try #require(try walk.refusal("复核陈述申辩"))
        #expect(refusal.code == .tooEarly)
        #expect(refusal.possibleFrom == (try day("2026-10-10")))
        #expect(refusal.articles?.contains("第44条") == true)
        #expect(refusal.message.contains("2026-10-10起可以办理"))
        try walk.wait(until: "2026-10-10")
        #expect(try walk.refusal("复核陈述申辩") == nil)
    }

    @Test func `a party that gives up its statement in writing ends the waiting`() throws {
        var walk = try Self.notified()
        try walk.wait(until: "2026-09-28")
        try walk.take("复核陈述申辩") { step in
            step.confirmations["放弃陈述申辩"] = MatterConfirmation(
                person: "执法员", role: "enforcement", reason: "书面放弃", paper: "放弃声明")
            step.confirmations["不听证"] = MatterConfirmation(person: "法规科", role: "legal", reason: "书面放弃", paper: "声明")
        }
        #expect(try walk.state == "法制审核")
    }

    @Test func `an application for a hearing after its five workdays is too late`() throws {
        var walk = try Self.notified()
        try walk.wait(until: "2026-10-10")
        let refusal = try #require(try walk.refusal("申请听证"))
        #expect(refusal.code == .tooLate)
        #expect(refusal.possibleUntil == (try day("2026-10-09")))
        try walk.wait(until: "2026-10-09")
        #expect(try walk.refusal("申请听证") == nil)
    }

    @Test func `a hearing does not count towards the ninety days`() throws {
        var walk = try Self.notified()
        #expect(try walk.matter.clock("办案期限")?.deadline.day == day("2026-11-30"))
        try walk.take("申请听证")
        try walk.wait(until: "2026-10-20")
        #expect(try walk.matter.clock("办案期限")?.status == .paused(["听证"]))
        try walk.take("听证结束")
        // 26 days from 24 September to 20 October: 30 November becomes Saturday 26 December, and that the Monday.
        #expect(try walk.matter.clock("办案期限")?.deadline.day == day("2026-12-28"))
    }

    @Test func `one officer, or one with an expired certificate, is no inspection`() throws {
        var walk = try Walk("PEN-GENERAL", on: "2026-09-01")
        try walk.take("立案")
        let alone = try walk.refusal("调查取证") { $0.officers.removeLast() }
        #expect(alone?.code == .officersMissing)
        #expect(alone?.articles?.contains("行政处罚法第42条") == true)
        let expired = try walk.refusal("调查取证") { step in
            step.officers[0] = Officer(
                person: "过期", certificate: "证", valid: try day("2020-01-01")...day("2026-08-31"))
        }
        #expect(expired?.code == .certificateInvalid)
        #expect(try walk.refusal("调查取证") { $0.officers[1] = $0.officers[0] }?.code == .officersMissing)
    }

    @Test func `who investigated does not examine, hear or review the case`() throws {
        var walk = try Walk("PEN-GENERAL", on: "2026-09-01")
        try walk.take("立案")
        try walk.take("调查取证", by: "甲")
        try walk.take("调查终结", by: "甲")
        #expect(try walk.refusal("审查案件", by: "甲")?.code == .notApart)
        #expect(try walk.refusal("审查案件", by: "调查取证执法员2")?.details == ["调查取证执法员2"])
        #expect(try walk.refusal("审查案件", by: "乙") == nil)
    }

    @Test func `a step out of state, out of post or without its papers names what is wrong`() throws {
        let walk = try Walk("PEN-GENERAL", on: "2026-09-01")
        #expect(try walk.refusal("送达")?.code == .wrongState)
        #expect(try walk.refusal("立案", roles: ["enforcement"])?.code == .wrongRole)
        #expect(try walk.refusal("立案") { $0.confirmations = [:] }?.code == .confirmationMissing)
        let wrong = try walk.refusal("立案") { step in
            step.confirmations["立案条件"] = MatterConfirmation(person: "甲", role: "town", reason: "有")
        }
        #expect(wrong?.code == .confirmationWrong)
    }

    @Test func `a complex case cannot pass without the discussion and a simple one does not need it`() throws {
        var walk = try Self.notified()
        try walk.wait(until: "2026-10-10")
        try walk.take("复核陈述申辩")
        #expect(try walk.refusal("审核通过且须集体讨论")?.code == .factWrong)
        #expect(try walk.refusal("审核通过") == nil)
    }

    @Test func `on the spot a unit is fined three thousand yuan at most`() throws {
        var walk = try Walk("PEN-SIMPLE", on: "2026-09-01")
        try walk.take("告知并听取陈述申辩")
        func fine(_ class: String, _ cents: Int64) throws -> MatterRefusal? {
            try walk.refusal("当场作出并交付决定") { step in
                step.facts = [
                    "当事人类型": .text(`class`), "处罚种类": .text("罚款"), "罚款数额": .money(cents),
                ]
            }
        }
        #expect(try fine("单位", 300_000) == nil)
        #expect(try fine("单位", 300_001)?.code == .aboveLimit)
        #expect(try fine("单位", 300_001)?.message.contains("3000.01元") == true)
        #expect(try fine("公民", 20_000) == nil)
        #expect(try fine("公民", 20_100)?.code == .aboveLimit)
    }
}
