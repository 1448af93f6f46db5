import Standards
import Testing

@testable import Casework

/// Clocks of a matter: nothing gives time but the law.
struct MatterClockTests {
    private static let captain = MatterActor(person: "大队长", roles: ["enforcement-captain"], unit: "执法大队")
    private static let director = MatterActor(person: "局长", roles: ["director"], unit: "局领导")

    private static func investigating() throws -> Walk {
        var walk = try Walk("PEN-GENERAL", on: "2026-03-02")
        try walk.take("立案")
        try walk.take("调查取证")
        return walk
    }

    @Test func `a case sent back three times keeps its clock`() throws {
        var walk = try Self.investigating()
        let deadline = try walk.matter.clock("办案期限")?.deadline
        for _ in 1...3 {
            walk.wait(days: 4)
            try walk.take("调查终结")
            walk.wait(days: 2)
            try walk.attempt(.sentBack(to: "调查取证", reason: "证据不足"), by: Self.captain)
            #expect(try walk.state == "调查取证")
            #expect(try walk.matter.clock("办案期限")?.deadline == deadline)
        }
        #expect(try walk.matter.clocks.count { $0.run.terms.name == "办案期限" } == 1)
        // Filed again after being sent back to the lead, it still counts from the first filing.
        try walk.attempt(.sentBack(to: "线索", reason: "管辖存疑"), by: Self.captain)
        walk.wait(days: 1)
        try walk.take("立案")
        #expect(try walk.matter.clock("办案期限")?.deadline == deadline)
    }

    @Test func `sent back to the lead, the clock for filing runs again from where it began`() throws {
        var walk = try Self.investigating()
        guard case .stopped(_, inTime: true)? = try walk.matter.clock("立案期限")?.status else {
            Issue.record("the clock for filing did not stop")
            return
        }
        try walk.attempt(.sentBack(to: "线索", reason: "管辖存疑"), by: Self.captain)
        #expect(try walk.matter.clock("立案期限")?.status == .running)
        #expect(try walk.matter.clock("立案期限")?.run.countsFrom == day("2026-03-02"))
        try walk.wait(until: "2026-03-18")
        #expect(try walk.matter.clock("立案期限")?.isOverdue == true)
    }

    @Test func `the clock may be extended twice, by the director, before it has run out`() throws {
        var walk = try Self.investigating()
        #expect(try walk.matter.clock("办案期限")?.deadline.day == day("2026-06-01"))
        let refused = walk.refusal(.extended(clock: "办案期限", reason: "案情复杂"), by: Self.captain)
        #expect(refused?.code == .wrongRole)
        #expect(walk.refusal(.extended(clock: "办案期限", reason: ""), by: Self.director)?.code == .reasonMissing)
        try walk.attempt(.extended(clock: "办案期限", reason: "案情复杂"), by: Self.director)
        #expect(try walk.matter.clock("办案期限")?.deadline.day == day("2026-06-30"))
        #expect(try walk.matter.clock("办案期限")?.run.extensions.first?.person == "局长")
        try walk.attempt(.extended(clock: "办案期限", reason: "案情特别复杂"), by: Self.director)
        #expect(walk.refusal(.extended(clock: "办案期限", reason: "再延"), by: Self.director)?.code == .noExtension)
        var late = try Self.investigating()
        try late.wait(until: "2026-06-02")
        let expired = late.refusal(.extended(clock: "办案期限", reason: "案情复杂"), by: Self.director)
        #expect(expired?.code == .alreadyExpired)
        #expect(expired?.possibleUntil == (try day("2026-06-01")))
    }

    @Test func `a clock rests only for a reason that the law names, once at a time`() throws {
        var walk = try Self.investigating()
        let start = try day("2026-03-02")
        let unknown = MatterAct.paused(clock: "办案期限", ground: "出差", from: start)
        #expect(walk.refusal(unknown, by: Self.captain)?.code == .unknownGround)
        let testing = MatterAct.paused(clock: "办案期限", ground: "监测（检测）", from: start)
        try walk.attempt(testing, by: Self.captain)
        #expect(walk.refusal(testing, by: Self.captain)?.code == .alreadyPaused)
        let appraisal = MatterAct.resumed(clock: "办案期限", ground: "鉴定", on: start)
        #expect(walk.refusal(appraisal, by: Self.captain)?.code == .notPaused)
        walk.wait(days: 10)
        let left = try #require(try walk.matter.clock("办案期限")?.left)
        walk.wait(days: 5)
        // While it rests nothing of it goes, but for days off at its end.
        #expect(try #require(try walk.matter.clock("办案期限")).left >= left - 2)
        try walk.attempt(.resumed(clock: "办案期限", ground: "监测（检测）", on: walk.now.beijingDate), by: Self.captain)
        // Fifteen days on from Sunday 31 May, where the ninety days end.
        #expect(try walk.matter.clock("办案期限")?.deadline.day == day("2026-06-15"))
    }

    @Test func `a rest entered afterwards cannot revive a time that had run out before it`() throws {
        var walk = try Self.investigating()
        try walk.wait(until: "2026-06-20")
        let late = MatterAct.paused(clock: "办案期限", ground: "鉴定", from: try day("2026-06-10"))
        #expect(walk.refusal(late, by: Self.captain)?.code == .alreadyExpired)
        let before = MatterAct.paused(clock: "办案期限", ground: "鉴定", from: try day("2026-05-10"))
        #expect(walk.refusal(before, by: Self.captain) == nil)
    }

    @Test func `sealing ends after thirty days on a day off too, tests aside`() throws {
        var walk = try Walk("SEIZE", on: "2026-09-01")
        try walk.take("审批")
        try walk.wait(until: "2026-09-03")
        try walk.take("实施")
        #expect(try walk.matter.clock("查封扣押期限")?.deadline.day == day("2026-10-03"))
        try walk.take("送检鉴定")
        try walk.wait(until: "2026-09-13")
        try walk.take("收到鉴定结果")
        #expect(try walk.matter.clock("查封扣押期限")?.deadline.day == day("2026-10-13"))
    }

    @Test func `a seizure on the spot is approved within twenty-four hours`() throws {
        var walk = try Walk("SEIZE", on: "2026-09-30")
        try walk.take("紧急当场实施")
        #expect(try walk.matter.clock("补办批准期限")?.deadline.moment == morning("2026-10-01"))
        walk.now = try morning("2026-10-01").adding(seconds: 1)
        #expect(try walk.matter.clock("补办批准期限")?.isOverdue == true)
    }

    @Test func `a notice of hearing seven workdays before it is in time, six are not`() throws {
        var walk = try Walk("PEN-HEARING", on: "2026-09-21")
        try walk.take("提出听证申请")
        let notice = "听证通知提前期"
        let hearing = try day("2026-10-12")
        try walk.wait(until: "2026-09-28")
        let late = try walk.refusal("送达听证通知书") { $0.clockDays[notice] = hearing }
        #expect(late?.code == .leadTimeShort)
        #expect(late?.possibleUntil == (try day("2026-09-24")))
        #expect(try walk.refusal("送达听证通知书") { $0.clockDays = [:] }?.code == .dayMissing)
        #expect(try walk.refusal("送达听证通知书") { $0.clockDays[notice] = try day("2026-10-14") } == nil)
    }

    @Test func `a report due every year is due on the next first of March`() throws {
        let walk = try Walk("ANNUAL-RULE-OF-LAW-REPORT", on: "2026-03-02")
        let clock = try #require(try walk.matter.clocks.first { $0.run.terms.kind == .yearly })
        #expect(clock.deadline.day == (try day("2027-03-01")))
    }

    @Test func `the ladder of the bureau's own matters ends with supervision, that of assigned ones before a person`()
        throws
    {
        var own = try Self.investigating()
        let ends = [
            "2026-03-10": nil, "2026-04-20": "提示", "2026-05-20": "预警", "2026-06-02": "催办", "2026-06-09": "督办",
            "2026-09-01": "督办",
        ]
        for (text, expected) in ends.sorted(by: { $0.key < $1.key }) {
            try own.wait(until: text)
            #expect(try own.matter.clock("办案期限")?.step?.name == expected, "\(text)")
        }
        var task = try Walk("INSPECTORATE-CASE", on: "2026-09-01")
        for (text, expected) in [("2026-09-12", "督办"), ("2026-09-21", "约谈"), ("2027-06-01", "约谈")] {
            try task.wait(until: text)
            #expect(try task.matter.clock("办结期限")?.step?.name == expected, "\(text)")
        }
    }

    @Test func `a talk names who authorises it and its papers, and accountability is begun by a person after it`()
        throws
    {
        var walk = try Walk("INSPECTORATE-CASE", on: "2026-09-01")
        let actor = MatterActor(person: "专班", roles: ["complaints"], unit: "督察信访科")
        let papers: Set<String> = ["约谈通知", "约谈纪要"]
        func talk(_ authority: String, _ papers: Set<String>) -> MatterAct {
            .escalated(clock: "办结期限", step: "约谈", authorisedBy: authority, papers: papers)
        }
        try walk.wait(until: "2026-09-14")
        #expect(walk.refusal(talk("区政府", papers), by: actor)?.code == .notReached)
        let handing = MatterAct.escalated(
            clock: "办结期限", step: "问责线索移送", authorisedBy: "局党组", papers: ["问责线索移送函"])
        #expect(walk.refusal(handing, by: actor)?.code == .notReached)
        try walk.wait(until: "2026-09-22")
        #expect(walk.refusal(talk("", papers), by: actor)?.details == ["授权机关"])
        #expect(walk.refusal(talk("区政府", ["约谈通知"]), by: actor)?.details == ["约谈纪要"])
        #expect(walk.refusal(talk("区政府", papers), by: actor) == nil)
        #expect(walk.refusal(handing, by: actor) == nil)
    }
}
