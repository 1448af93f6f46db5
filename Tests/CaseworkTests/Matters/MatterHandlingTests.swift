import Catalog
import Standards
import Testing

@testable import Casework

/// Who handles a matter, and what mergers, splits and late entries do to it.
struct MatterHandlingTests {
    private static let captain = MatterActor(person: "大队长", roles: ["enforcement-captain"], unit: "执法大队")

    @Test func `two who decide at once: the second sees what happened and decides anew`() throws {
        var walk = try Walk("PEN-GENERAL", on: "2026-03-02")
        let director = MatterActor(person: "局长", roles: ["director"], unit: "局领导")
        let seen = walk.history.count
        try walk.take("立案")
        let refusal = walk.refusal(.step(MatterStep("不予立案")), by: director, seen: seen)
        #expect(refusal?.code == .moved)
        #expect(refusal?.since.map(\.number) == [2])
    }

    @Test func `in the handler's post the handler acts, whoever helps, and whoever acts for one of them`() throws {
        var walk = try Walk("PEN-GENERAL", on: "2026-03-02") {
            $0.handler = MatterHandler(person: "甲", role: "enforcement", unit: "一中队")
        }
        try walk.take("立案")
        #expect(try walk.refusal("调查取证", by: "乙")?.code == .notHandler)
        #expect(try walk.refusal("调查取证", by: "甲") == nil)
        let first = MatterActor(person: "甲", roles: ["enforcement"], unit: "一中队")
        let days = try day("2026-03-02")...day("2026-03-06")
        try walk.attempt(.delegated(to: "丙", role: "enforcement", days: days), by: first)
        let step = try walk.step("调查取证")
        let clerk = MatterActor(person: "丙", roles: ["office"], unit: "办公室")
        #expect(walk.refusal(.step(step), by: clerk) == nil)
        try walk.attempt(.step(step), by: clerk)
        #expect(walk.history.last?.onBehalfOf == "甲")
        try walk.wait(until: "2026-03-09")
        #expect(try walk.refusal("调查终结", by: "丙", roles: ["office"])?.code == .wrongRole)
        try walk.attempt(
            .transferred(to: MatterHandler(person: "乙", role: "enforcement", unit: "二中队"), reason: "调岗"),
            by: Self.captain)
        #expect(try walk.refusal("调查终结", by: "甲")?.code == .notHandler)
        #expect(try walk.refusal("调查终结", by: "乙") == nil)
        try walk.attempt(.joined(MatterHandler(person: "甲", role: "enforcement", unit: "一中队")), by: Self.captain)
        #expect(try walk.refusal("调查终结", by: "甲") == nil)
        #expect(try walk.matter.clock("办案期限")?.run.countsFrom == day("2026-03-02"))
    }

    private static func inspectorate() throws -> Walk {
        var walk = try Walk("INSPECTORATE-CASE", on: "2026-09-01")
        for action in ["当日分办", "调查核实", "立行立改、立案查处"] { try walk.take(action) }
        return walk
    }

    @Test
    func `a matter is closed after all have signed in order, and signatures from before it was sent back are void`()
        throws
    {
        var walk = try Self.inspectorate()
        let officer = MatterActor(person: "承办人", roles: ["complaints"], unit: "督察信访科")
        let director = MatterActor(person: "局长", roles: ["director"], unit: "局领导")
        func sign(_ agrees: Bool = true) -> MatterAct { .signed(action: "办结", agrees: agrees, words: "已阅") }
        #expect(try walk.refusal("办结")?.details == ["complaints", "director"])
        #expect(walk.refusal(sign(), by: director)?.code == .signatureOutOfTurn)
        try walk.attempt(sign(), by: officer)
        #expect(walk.refusal(sign(), by: officer)?.code == .signatureOutOfTurn)
        try walk.attempt(sign(false), by: director)
        #expect(try walk.refusal("办结")?.code == .signatureRefused)
        try walk.attempt(.sentBack(to: "现场调查", reason: "重新核实"), by: director)
        try walk.take("立行立改、立案查处")
        #expect(try walk.refusal("办结")?.details == ["complaints", "director"])
        try walk.attempt(sign(), by: officer)
        try walk.attempt(sign(), by: director)
        #expect(try walk.refusal("办结") == nil)
    }

    @Test func `a unit that handles it too gives its opinion before it is closed`() throws {
        var walk = try Self.inspectorate()
        let officer = MatterActor(person: "承办人", roles: ["complaints"], unit: "督察信访科")
        let town = MatterActor(person: "镇里", roles: ["town"], unit: "某街镇")
        try walk.attempt(.joined(MatterHandler(person: "镇里", role: "town", unit: "某街镇")), by: officer)
        try walk.attempt(.signed(action: "办结", agrees: true, words: ""), by: officer)
        let director = MatterActor(person: "局长", roles: ["director"], unit: "局领导")
        try walk.attempt(.signed(action: "办结", agrees: true, words: ""), by: director)
        #expect(try walk.refusal("办结")?.details == ["某街镇"])
        try walk.attempt(.opinion("已整改"), by: town)
        #expect(try walk.refusal("办结") == nil)
    }

    @Test func `whoever took a step takes it back while nothing followed`() throws {
        var walk = try Walk("PEN-GENERAL", on: "2026-03-02")
        let director = MatterActor(person: "立案办理人", roles: ["director"], unit: "局领导")
        let other = MatterActor(person: "别人", roles: ["director"], unit: "局领导")
        #expect(walk.refusal(.withdrawn(reason: "误办"), by: director)?.code == .nothingToWithdraw)
        try walk.take("立案")
        #expect(walk.refusal(.withdrawn(reason: "误办"), by: other)?.code == .notOwnStep)
        try walk.attempt(.withdrawn(reason: "误办"), by: director)
        #expect(try walk.state == "线索")
        #expect(try walk.matter.steps.last?.isUndone == true)
        #expect(try walk.matter.clock("立案期限")?.status == .running)
        #expect(walk.refusal(.withdrawn(reason: "误办"), by: director)?.code == .nothingToWithdraw)
    }

    @Test func `a case merged into another takes its clock along and the earlier one counts`() throws {
        var older = try Walk("PEN-GENERAL", on: "2026-03-02")
        try older.take("立案")
        older.wait(days: 3)
        try older.attempt(
            .paused(clock: "办案期限", ground: "鉴定", from: older.now.beijingDate), by: Self.captain)
        older.wait(days: 2)
        try older.attempt(
            .resumed(clock: "办案期限", ground: "鉴定", on: older.now.beijingDate), by: Self.captain)
        let deadline = try older.matter.clock("办案期限")?.deadline
        var newer = try Walk("PEN-GENERAL", on: "2026-04-01")
        try newer.take("立案")
        let carried = try newer.engine.carriedClocks(of: older.history, from: MatterID(rawValue: "旧案"))
        #expect(carried.map(\.clock) == ["办案期限"])
        try newer.attempt(.merged(from: MatterID(rawValue: "旧案"), clocks: carried), by: Self.captain)
        try older.wait(until: "2026-04-01")
        try older.attempt(.mergedInto(MatterID(rawValue: "新案")), by: Self.captain)
        #expect(try newer.matter.clock("办案期限")?.deadline == deadline)
        #expect(try newer.matter.clock("办案期限")?.run.origin == MatterID(rawValue: "旧案"))
        #expect(try newer.matter.clocks.count { $0.run.terms.name == "办案期限" } == 2)
        #expect(try older.refusal("调查取证")?.code == .mergedAway)
        #expect(try older.matter.isOver)
    }

    @Test func `a case split off goes on in its state with its clock`() throws {
        var walk = try Walk("PEN-GENERAL", on: "2026-03-02")
        try walk.take("立案")
        try walk.take("调查取证")
        let clocks = try walk.engine.carriedClocks(of: walk.history, from: MatterID(rawValue: "原案"))
        try walk.attempt(.splitOff(MatterID(rawValue: "新案")), by: Self.captain)
        let part = try Walk("PEN-GENERAL", on: "2026-03-20") { opening in
            opening.origin = .split(from: MatterID(rawValue: "原案"))
            opening.state = "调查取证"
            opening.carried = clocks
        }
        #expect(try part.state == "调查取证")
        #expect(try part.matter.clock("办案期限")?.deadline == walk.matter.clock("办案期限")?.deadline)
    }

    @Test func `a running case is brought in at its state, a new one begins at the first`() throws {
        let january = try day("2026-01-05")
        let imported = try Walk("PEN-GENERAL", on: "2026-03-20") { opening in
            opening.origin = .imported
            opening.state = "已告知"
            opening.carried = [
                CarriedClock(
                    clock: "办案期限", origin: nil, started: Instant(beijing: january, hour: 10), countsFrom: january)
            ]
        }
        #expect(try imported.matter.clock("办案期限")?.deadline.day == day("2026-04-07"))
        #expect(throws: MatterRefusal.self) { try Walk("PEN-GENERAL", on: "2026-03-20") { $0.state = "已告知" } }
    }

    @Test
    func
        `a step done on paper is entered with its own day, a reason and papers, and never before the one that came last`()
        throws
    {
        var walk = try Walk("PEN-GENERAL", on: "2026-03-02")
        try walk.wait(until: "2026-03-20")
        let reason = Backfill(reason: "系统停机期间线下办理", papers: ["立案审批表扫描件"])
        let done = try morning("2026-03-10")
        #expect(throws: MatterRefusal(.backfillMissing)) { try walk.take("立案", at: done) }
        let empty = Backfill(reason: "补", papers: [])
        #expect(throws: MatterRefusal(.backfillMissing)) { try walk.take("立案", at: done, backfill: empty) }
        try walk.take("立案", at: done, backfill: reason)
        #expect(try walk.matter.backfilled == [2])
        #expect(try walk.matter.clock("办案期限")?.run.countsFrom == day("2026-03-10"))
        guard case .stopped(_, inTime: true)? = try walk.matter.clock("立案期限")?.status else {
            Issue.record("judged by the day of entry")
            return
        }
        #expect(throws: MatterRefusal.self) {
            try walk.take("调查取证", at: morning("2026-03-09"), backfill: reason)
        }
        #expect(throws: MatterRefusal(.inFuture)) { try walk.take("调查取证", at: morning("2026-03-21")) }
    }

    @Test func `a running case keeps the version it began with while its steps follow the rule of their day`() throws {
        let catalog = try ShippedRules.catalog.get()
        let old = try #require(catalog.sourceFiles.first { $0.path == "casework/pen-general.yaml" })
        let changed = old.text.replacing("effective: {from: 2023-07-01}", with: "effective: {from: 2026-06-01}")
            .replacing("least: 2, basis: 行政处罚法第42条、第55条", with: "least: 3, basis: 测试新规第1条")
        let closed = old.text.replacing(
            "effective: {from: 2023-07-01}", with: "effective: {from: 2023-07-01, to: 2026-05-31}")
        let files =
            catalog.sourceFiles.filter { $0.path != old.path } + [
                RuleSourceFile(path: old.path, isOverlay: false, text: closed),
                RuleSourceFile(path: "casework/pen-general-2026.yaml", isOverlay: false, text: changed),
            ]
        let book = try ProcedureBook(RuleCatalog.load(files))
        let engine = ProcedureEngine(book: book, calendar: try ShippedRules.calendar.get())
        var walk = try Walk("PEN-GENERAL", on: "2026-05-20", engine: engine)
        try walk.take("立案")
        #expect(try walk.refusal("调查取证") == nil)
        try walk.wait(until: "2026-06-01")
        let refusal = try walk.refusal("调查取证")
        #expect(refusal?.code == .officersMissing)
        #expect(refusal?.articles == "测试新规第1条")
        #expect(try walk.matter.procedure.version == day("2023-07-01"))
        // What was done on paper in May is judged by the rule of May.
        let reason = Backfill(reason: "线下办理", papers: ["笔录"])
        try walk.take("调查取证", at: morning("2026-05-28"), backfill: reason)
        #expect(try walk.state == "调查取证")
    }
}
