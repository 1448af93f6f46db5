import Accounts
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Casework

/// Matters as records make them: opened, moved, ended, and always made again alike.
struct MatterRecordsTests {
    @Test
    func `a case goes from lead to archive on record, its past stays readable, and a rebuild makes the same tables`()
        async throws
    {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.reviewed()
        try await fixture.take("审核通过", of: id, by: "legal")
        try await fixture.take("作出处罚决定", of: id, by: "boss")
        try await fixture.take("送达", of: id, by: "first")
        try await fixture.take("公开", of: id, by: "legal")
        try await fixture.take("进入执行", of: id, by: "first")
        try await fixture.take("结案", of: id, by: "boss")
        let row = try await fixture.row(id)
        #expect(row.standing.state == "结案" && row.standing.isEnded)
        #expect(try row.procedure == "PEN-GENERAL" && row.title == "某厂超标排放" && row.version == day("2023-07-01"))
        #expect(try row.opened == morning("2026-09-01") && row.unit == CaseworkFixture.unit)
        let history = try await fixture.history(id)
        #expect(history.map(\.entry.number) == Array(1...13))
        #expect(history.last?.sequence == row.sequence)
        // Rule of the house: the table says of every past record what the engine makes of the history up to it.
        for stored in history {
            let past = try await fixture.row(id, asOf: stored.sequence)
            let matter = try #require(try await fixture.desk.matter(id, asOf: stored.sequence))
            #expect(past.standing == MatterStanding(matter) && past.last == stored.entry.number)
        }
        #expect(try await fixture.history(id, asOf: history[3].sequence).count == 4)
        try await fixture.expectRebuildsAlike()
    }

    @Test func `no table and no record holds a deadline or the name of a person`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.reviewed()
        let due = try #require(try await fixture.desk.matter(id)?.clock("办案期限")?.deadline.day)
        let last = try await fixture.lastRecord()
        var seen = 0
        for sequence in 1...last {
            let record = try #require(
                try await fixture.bureau.book.database.read { try RecordStore.record(sequence, in: $0) })
            guard record.action.hasPrefix("casework.") else { continue }
            seen += 1
            let text = String(decoding: try record.bytes(), as: UTF8.self)
            #expect(!text.contains(due.description), "\(text)")
            for (login, _) in CaseworkFixture.posts { #expect(!text.contains("姓\(login)")) }
        }
        #expect(seen == 7)
        for (table, rows) in try await fixture.bureau.dump() where table.hasPrefix("matter") {
            #expect(!rows.joined().contains(due.description), "\(table)")
        }
    }

    @Test func `of two people who act at once the second is told who did what and when, and decides anew`() async throws
    {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        let seen = try await fixture.row(id).sequence
        let (file, drop) = (
            try await fixture.step("立案", of: id), try await fixture.step("不予立案", of: id)
        )
        try await fixture.act(.step(file), of: id, by: "boss", after: seen)
        let late = try await fixture.refusal {
            try await fixture.act(.step(drop), of: id, by: "boss", after: seen)
        }
        let refusal = try #require(late as? MatterRefusal)
        #expect(refusal.code == .moved)
        #expect(refusal.since.map(\.person) == ["p-boss"])
        #expect(refusal.message { "姓\($0)" }.contains("2026-09-01 10:00 姓p-boss办了“立案”"))
        #expect(try await fixture.row(id).standing.state == "已立案")
    }

    @Test func `when many act at the same moment exactly one of them succeeds`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        let order = try await fixture.order(.step(try await fixture.step("立案", of: id)), of: id)
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 1...8 {
                group.addTask {
                    (try? await fixture.desk.carryOut(order, by: CaseworkFixture.actor("boss"))) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done == 1)
        #expect(try await fixture.history(id).count == 2)
    }

    @Test func `a step before its time, out of post or out of state is refused with article and date`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        let post = try await fixture.refusal { try await fixture.take("立案", of: id, by: "first") }
        #expect((post as? MatterRefusal)?.code == .wrongRole)
        let state = try await fixture.refusal { try await fixture.take("送达", of: id, by: "first") }
        #expect((state as? MatterRefusal)?.code == .wrongState)
        try await fixture.take("立案", of: id, by: "boss")
        try await fixture.take("调查取证", of: id, by: "first")
        try await fixture.take("调查终结", of: id, by: "first")
        try await fixture.take("审查案件", of: id, by: "captain")
        try fixture.wait(until: "2026-09-24")
        try await fixture.take("事先告知", of: id, by: "first")
        let early = try await fixture.refusal { try await fixture.take("复核陈述申辩", of: id, by: "first") }
        let refusal = try #require(early as? MatterRefusal)
        #expect(refusal.code == .tooEarly && refusal.articles?.contains("第44条") == true)
        #expect(refusal.possibleFrom == (try day("2026-10-10")))
    }

    @Test(arguments: ["entry", "standing", "follows", "title", "kind", "surplus"])
    func `a record that says more than the rules give is refused whoever prepared it`(_ member: String) async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        let order = try await fixture.order(.step(try await fixture.step("立案", of: id)), of: id)
        let (catalog, now) = (fixture.bureau.catalog, fixture.now)
        let record = try await fixture.bureau.book.database.read {
            try MatterJudgement(connection: $0, catalog: catalog, now: now).judge(
                order, by: CaseworkFixture.actor("boss"))
        }
        var members = try #require(record.body.members)
        switch member {
        case "entry":
            var entry = try #require(members["entry"]?.members)
            entry["person"] = "p-captain"
            members["entry"] = .object(entry)
        case "standing": members["standing"] = ["state": "结案", "ended": true, "handler": nil]
        case "follows": members["follows"] = 1
        case "title": members["title"] = "另一个名称"
        case "kind": members["kind"] = "matter"
        default: members["surplus"] = "x"
        }
        let body = CanonicalValue.object(members)
        let refused = try await fixture.refusal {
            try await fixture.bureau.book.record(
                Action(
                    actor: CaseworkFixture.actor("boss"), name: CaseworkActions.recorded, subject: id.rawValue,
                    body: body))
        }
        #expect((refused as? RecordsError)?.code == .invalid)
        #expect(try await fixture.row(id).last == 1)
    }

    @Test func `a post, a certificate or a unit that nobody has is refused by whom it names`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        let stranger = try await fixture.refusal {
            try await fixture.take("立案", of: id, by: "boss") { step in
                step.confirmations["立案条件"] = MatterConfirmation(person: "p-first", role: "director", reason: "已核对")
            }
        }
        #expect(stranger as? MatterRefusal == MatterRefusal(.notInPost, "director", details: ["p-first"]))
        try await fixture.take("立案", of: id, by: "boss")
        let forged = try await fixture.refusal {
            try await fixture.take("调查取证", of: id, by: "first") { step in
                step.officers[1] = Officer(
                    person: "p-second", certificate: "证-second", valid: try day("2020-01-01")...day("2031-12-31"))
            }
        }
        #expect(forged as? MatterRefusal == MatterRefusal(.certificateUnknown, "证-second", details: ["p-second"]))
        let handler = MatterHandler(person: "p-first", role: "legal", unit: CaseworkFixture.unit)
        let transfer = try await fixture.refusal {
            try await fixture.act(.transferred(to: handler, reason: "调岗"), of: id, by: "captain")
        }
        #expect(transfer as? MatterRefusal == MatterRefusal(.notInPost, "legal", details: ["p-first"]))
    }

    @Test func `who has no account, no right or an unknown matter gets nowhere`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        let nobody = try await fixture.refusal { try await fixture.act(.opinion("同意"), of: id, by: "nobody") }
        #expect(nobody as? RecordsError == RecordsError(.notPermitted, field: "actor", detail: "nobody"))
        let order = try await fixture.order(.opinion("同意"), of: id)
        let powerless = try await fixture.refusal {
            try await fixture.desk.carryOut(order, by: Actor(id: "captain", permissions: []))
        }
        #expect((powerless as? RecordsError)?.code == .notPermitted)
        let unknown = MatterOrder(
            .opinion("同意"), of: MatterID(rawValue: MintedID.mint(at: 0)), at: fixture.now, after: 1)
        let lost = try await fixture.refusal {
            try await fixture.desk.carryOut(unknown, by: CaseworkFixture.actor("captain"))
        }
        #expect((lost as? RecordsError)?.code == .unknownSubject)
        let untitled = try await fixture.refusal { _ = try await fixture.open("") }
        #expect(untitled as? MatterRefusal == MatterRefusal(.factMissing, "立办件", details: ["名称"]))
        let endless = try await fixture.refusal {
            try await fixture.act(.opinion(String(repeating: "长", count: 4_001)), of: id, by: "captain")
        }
        #expect((endless as? MatterRefusal)?.code == .factWrong)
    }

    @Test func `who has left confirms nothing new, but what they confirmed then may still be entered`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        try fixture.wait(until: "2026-09-04")
        let account = try #require(
            try await fixture.bureau.book.database.read { try AccountStore.account("counsel", in: $0) })
        try await fixture.bureau.book.record(
            AccountActions.change(
                account, roles: account.roles, scope: account.scope, isDisabled: true,
                by: Actor(id: "local-operator", permissions: [AccountActions.manage])))
        let counsel = MatterConfirmation(person: "p-counsel", role: "legal", reason: "已核对")
        var step = try await fixture.step("立案", of: id)
        // The procedure asks nobody for this one: what is confirmed besides names a post that the person holds all the same.
        step.confirmations["另行核对"] = counsel
        let present = step
        let refused = try await fixture.refusal { try await fixture.act(.step(present), of: id, by: "boss") }
        #expect(refused as? MatterRefusal == MatterRefusal(.notInPost, "legal", details: ["p-counsel"]))
        var order = try await fixture.order(.step(present), of: id, at: try morning("2026-09-02"))
        order.backfill = Backfill(reason: "停电，先以纸质审批", papers: ["立案审批表扫描件"])
        try await fixture.desk.carryOut(order, by: CaseworkFixture.actor("boss"))
        #expect(try await fixture.row(id).standing.state == "已立案")
    }

    @Test func `what was done on paper is entered with reason and papers and judged by its own day`() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        try fixture.wait(until: "2026-09-04")
        var order = try await fixture.order(
            .step(try await fixture.step("立案", of: id)), of: id, at: try morning("2026-09-02"))
        let bare = order
        let refused = try await fixture.refusal {
            try await fixture.desk.carryOut(bare, by: CaseworkFixture.actor("boss"))
        }
        #expect((refused as? MatterRefusal)?.code == .backfillMissing)
        order.backfill = Backfill(reason: "停电，先以纸质审批", papers: ["立案审批表扫描件"])
        try await fixture.desk.carryOut(order, by: CaseworkFixture.actor("boss"))
        let matter = try #require(try await fixture.desk.matter(id))
        #expect(matter.backfilled == [2])
        #expect(matter.clock("办案期限")?.run.countsFrom == (try day("2026-09-02")))
        #expect(try await fixture.history(id).last?.entry.backfill == order.backfill)
        try await fixture.expectRebuildsAlike()
    }
}
