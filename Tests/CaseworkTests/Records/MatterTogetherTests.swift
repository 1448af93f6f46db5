import Accounts
import Catalog
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Casework

/// More than one matter, and more than one person, in one record.
struct MatterTogetherTests {
    @Test func `a merger is one record in both histories, and the clock that ends first goes on`() async throws {
        let fixture = try await CaseworkFixture()
        let older = try await fixture.open("某厂第一案")
        try await fixture.take("立案", of: older, by: "boss")
        try fixture.wait(until: "2026-09-20")
        let younger = try await fixture.open("某厂第二案")
        try await fixture.take("立案", of: younger, by: "boss")
        let seen = try await fixture.row(older).sequence
        var order = try await fixture.order(.merged(from: older, clocks: []), of: younger)
        order.otherFollows = seen
        let merger = try await fixture.desk.carryOut(order, by: CaseworkFixture.actor("captain"))
        let (kept, gone) = (try await fixture.row(younger), try await fixture.row(older))
        #expect(kept.sequence == merger.sequence && gone.sequence == merger.sequence)
        #expect(!kept.standing.isEnded && gone.standing.isEnded)
        let matter = try #require(try await fixture.desk.matter(younger))
        // 90 days from 1 September, not from the 20th.
        #expect(matter.clock("办案期限")?.deadline.day == (try day("2026-11-30")))
        #expect(matter.clock("办案期限")?.run.origin == older)
        let after = try await fixture.refusal { try await fixture.take("调查取证", of: older, by: "first") }
        #expect((after as? MatterRefusal)?.code == .mergedAway)
        try await fixture.expectRebuildsAlike()
    }

    @Test func `a merger decided on an outdated view of the other matter is refused`() async throws {
        let fixture = try await CaseworkFixture()
        let (one, other) = (try await fixture.open("甲案"), try await fixture.open("乙案"))
        let seen = try await fixture.row(other).sequence
        try await fixture.take("立案", of: other, by: "boss")
        var order = try await fixture.order(.merged(from: other, clocks: []), of: one)
        order.otherFollows = seen
        let stale = order
        let refused = try await fixture.refusal {
            try await fixture.desk.carryOut(stale, by: CaseworkFixture.actor("captain"))
        }
        #expect((refused as? MatterRefusal)?.code == .moved)
        var own = try await fixture.order(.merged(from: one, clocks: []), of: one)
        own.otherFollows = try await fixture.row(one).sequence
        let itself = own
        let refusedItself = try await fixture.refusal {
            try await fixture.desk.carryOut(itself, by: CaseworkFixture.actor("captain"))
        }
        #expect((refusedItself as? RecordsError)?.field == "from")
        let half = try await fixture.refusal {
            try await fixture.act(.mergedInto(one), of: other, by: "captain")
        }
        #expect((half as? RecordsError)?.field == "act")
    }

    @Test func `a matter that is split off takes the running clocks along, and the first one keeps them`() async throws
    {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        try await fixture.take("立案", of: id, by: "boss")
        try fixture.wait(until: "2026-09-20")
        let seen = try await fixture.row(id).sequence
        let part = try await fixture.desk.open(
            "PEN-GENERAL", title: "某厂另一行为", otherFollows: seen, by: CaseworkFixture.actor("captain")
        ) { opening in
            opening.origin = .split(from: id)
            opening.state = "已立案"
        }
        for matter in [id, part] {
            let clock = try #require(try await fixture.desk.matter(matter)?.clock("办案期限"))
            #expect(try clock.status == .running && clock.deadline.day == day("2026-11-30"))
        }
        #expect(try await fixture.history(id).last?.entry.act == .splitOff(part))
        try await fixture.expectRebuildsAlike()
    }

    @Test func `who investigated does not vote, neither in the own name nor for who is away`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.reviewed(isGrave: true)
        try await fixture.take("审核通过且须集体讨论", of: id, by: "legal")
        let days = try day("2026-10-10")...day("2026-10-20")
        for substitute in ["first", "third"] {
            try await fixture.bureau.book.record(
                AccountActions.setLeave(
                    of: "p-boss", days: days, substitute: CaseworkFixture.person(substitute),
                    by: Actor(id: "local-operator", permissions: [AccountActions.manage])))
            let refused = try await fixture.refusal {
                try await fixture.take("集体讨论决定", of: id, by: substitute, for: "boss")
            }
            guard substitute == "first" else {
                #expect(refused == nil)
                continue
            }
            let conflict = try #require(refused as? MatterConflict)
            #expect(conflict.person == "p-first" && conflict.done == .investigator && conflict.wanted == .voter)
        }
        let entry = try #require(try await fixture.history(id).last?.entry)
        #expect(entry.person == "p-third" && entry.onBehalfOf == "p-boss" && entry.role == "director")
        let nobody = try await fixture.refusal {
            try await fixture.act(.opinion("同意"), of: id, by: "second", for: "boss")
        }
        #expect(nobody as? RecordsError == RecordsError(.notPermitted, field: "actingFor", detail: "boss"))
        try await fixture.expectRebuildsAlike()
    }

    @Test func `handing over, signing, delegating, resting and taking back are records of one kind`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        try await fixture.take("立案", of: id, by: "boss")
        let handler = MatterHandler(person: "p-second", role: "enforcement", unit: CaseworkFixture.unit)
        try await fixture.act(.transferred(to: handler, reason: "分工调整"), of: id, by: "captain")
        #expect(try await fixture.row(id).standing.handler == handler)
        let other = try await fixture.refusal { try await fixture.take("调查取证", of: id, by: "first") }
        #expect((other as? MatterRefusal)?.code == .notHandler)
        try await fixture.act(
            .joined(MatterHandler(person: "p-first", role: "enforcement", unit: CaseworkFixture.unit)), of: id,
            by: "captain")
        try await fixture.take("调查取证", of: id, by: "first")
        try await fixture.act(.withdrawn(reason: "笔录待补"), of: id, by: "first")
        #expect(try await fixture.row(id).standing.state == "已立案")
        try await fixture.take("调查取证", of: id, by: "second")
        try await fixture.act(.sentBack(to: "已立案", reason: "材料不全"), of: id, by: "captain")
        let days = try day("2026-09-01")...day("2026-09-30")
        try await fixture.act(.delegated(to: "p-captain", role: "director", days: days), of: id, by: "boss")
        try await fixture.act(.extended(clock: "办案期限", reason: "案情复杂"), of: id, by: "captain")
        let last = try #require(try await fixture.history(id).last?.entry)
        #expect(last.person == "p-captain" && last.onBehalfOf == "p-boss")
        let deadline = try await fixture.desk.matter(id)?.clock("办案期限")?.deadline.day
        #expect(deadline == (try day("2026-12-30")))
        let asked = MatterStore.Query.handled(by: "p-second")
        let mine = try await fixture.bureau.book.database.read {
            try MatterStore.matters(asked, limit: 10, offset: 0, in: $0)
        }
        #expect(mine.map(\.id) == [id])
        let before = try await fixture.history(id)[1].sequence
        let then = try await fixture.bureau.book.database.read {
            try MatterStore.matters(asked, asOf: before, limit: 10, offset: 0, in: $0)
        }
        #expect(then.isEmpty)
        try await fixture.expectRebuildsAlike()
    }

    @Test func `every act says the same after it was written down and read again`() throws {
        let handler = MatterHandler(person: "p", role: "legal", unit: "u")
        let from = try morning("2026-09-01")
        var clock = CarriedClock(
            clock: "办案期限", origin: MatterID(rawValue: "m"), started: from, countsFrom: from.beijingDate)
        clock.pauses = [
            ClockRest(ground: "听证", from: from, to: from.adding(seconds: 86_399), person: "p"),
            ClockRest(ground: "中止", from: from, to: nil, person: "q"),
        ]
        (clock.extensions, clock.variant) = (2, "简化管理")
        var opening = MatterOpening(procedure: "PEN-GENERAL", version: try day("2023-07-01"))
        (opening.origin, opening.state, opening.handler) = (.imported, "已立案", handler)
        (opening.carried, opening.clockDays) = ([clock], ["立案期限": try day("2026-08-30")])
        opening.facts = ["罚款数额": .money(12), "日": .date(try day("2026-09-01")), "是": .flag(true), "文": .text("字")]
        var split = opening
        split.origin = .split(from: MatterID(rawValue: "n"))
        var step = MatterStep("立案")
        step.facts = opening.facts
        step.officers = [try CaseworkFixture.officer("first")]
        (step.papers, step.clockDays) = (["乙", "甲"], ["立案期限": try day("2026-08-30")])
        step.variants = ["办案期限": "简化管理"]
        step.confirmations = [
            "一": MatterConfirmation(person: "p", role: "legal", reason: "核对", paper: "附件"),
            "二": MatterConfirmation(person: "q", role: "legal", reason: "核对"),
        ]
        let days = try day("2026-09-01")...day("2026-09-30")
        let (one, other) = (MatterID(rawValue: "m"), MatterID(rawValue: "n"))
        let acts: [MatterAct] = [
            .opened(MatterOpening(procedure: "PEN-GENERAL", version: try day("2023-07-01"))), .opened(opening),
            .opened(split), .step(step), .step(MatterStep("公开")), .sentBack(to: "线索", reason: "材料不全"),
            .withdrawn(reason: "误办"), .transferred(to: handler, reason: "调岗"), .joined(handler), .opinion("同意"),
            .signed(action: "立案", agrees: false, words: "证据不足"), .delegated(to: "p", role: "legal", days: days),
            .paused(clock: "办案期限", ground: "听证", from: days.lowerBound),
            .resumed(clock: "办案期限", ground: "听证", on: days.upperBound), .extended(clock: "办案期限", reason: "复杂"),
            .merged(from: one, clocks: [clock]), .mergedInto(one), .splitOff(other),
            .escalated(clock: "办案期限", step: "约谈", authorisedBy: "某机关", papers: ["通知", "纪要"]),
        ]
        #expect(Set(acts.map(\.kind)) == Set(MatterAct.Kind.allCases))
        for act in acts {
            let written = try CanonicalValue(canonical: try act.canonical.bytes())
            #expect(MatterAct(canonical: written) == act, "\(act.kind)")
            guard let members = written.members else { continue }
            // Whatever is cut out of it, it is read as something else or not at all, and never as the same.
            for key in members.keys where key != "is" {
                let rest = CanonicalValue.object(members.filter { $0.key != key })
                #expect(members[key] == .null || MatterAct(canonical: rest) != act, "\(act.kind) \(key)")
            }
        }
    }

    @Test func `every post that a procedure names may act, but for those who see only what is assigned to them`() throws
    {
        let catalog = try ShippedRules.catalog.get()
        let rules = try AccountRules(catalog, on: try day("2026-11-27"))
        let procedures = try ShippedRules.procedures.get().procedures
        let named = Set(procedures.flatMap(\.actions).flatMap { $0.roles + $0.countersigners })
        #expect(named.count > 5)
        for id in named.sorted() {
            let role = try #require(rules.role(id), "\(id)")
            #expect(role.rights.contains(CaseworkActions.act) != role.isAssigned, "\(id)")
            #expect(role.rights.contains(.viewCasework) != role.isAssigned, "\(id)")
        }
    }
}

extension MatterStore.Query {
    /// What one person handles.
    fileprivate static func handled(by person: String) -> MatterStore.Query {
        var query = MatterStore.Query()
        query.handler = person
        query.isRunning = true
        return query
    }
}
