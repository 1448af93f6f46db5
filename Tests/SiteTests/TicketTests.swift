import Casework
import Documents
import Hummingbird
import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// Supervision tickets come in once, each as a matter with the superior's last day, and go back in the superior's form.
struct TicketTests {
    private static let head = "督办单号,督办类型,企业名称,排放口编号,监测项目,问题开始时间,问题结束时间,督办内容,下发时间,反馈期限,下发单位\n"
    private static let named =
        "DB-1,超标,甲厂,DA001,氮氧化物,2026-11-21 13:00,2026-11-21 17:00,小时均值超标,2026-11-22,2026-11-25,市局\n"
    // Issued on Friday 20 November: three workdays end on Wednesday.
    private static let unnamed =
        "DB-2,数据缺失,甲厂,DA001,,2026-11-21 00:00,2026-11-21 11:00,缺失 11 小时,2026-11-20 09:00,,市局\n"

    private static func take(_ text: String, into bureau: TestBureau) async throws -> TicketImport.Outcome {
        try await TicketImport.run(
            Array((head + text).utf8), fileName: "督办单.csv", by: SiteFixture.actor, into: bureau.book)
    }

    private static func matter(_ number: String, _ bureau: TestBureau) async throws -> Matter {
        let ticket = try await bureau.book.database.read { try TicketStore.ticket(number, in: $0) }
        let id = MatterID(rawValue: try #require(ticket).matter)
        return try #require(try await MatterDesk(bureau.book).matter(id))
    }

    private static func step(
        _ step: MatterStep, of number: String, _ bureau: TestBureau
    ) async throws {
        let ticket = try await bureau.book.database.read { try TicketStore.ticket(number, in: $0) }
        let id = MatterID(rawValue: try #require(ticket).matter)
        let row = try await bureau.book.database.read { try MatterStore.matter(id, in: $0) }
        let desk = MatterDesk(bureau.book)
        try await desk.carryOut(
            MatterOrder(.step(step), of: id, at: desk.now, after: row?.sequence), by: SiteFixture.actor)
    }

    @Test func `the last day is the ticket's own, or so many workdays from its issue where it names none`() async throws
    {
        let bureau = try await SiteFixture.bureau()
        let outcome = try await Self.take(Self.named + Self.unnamed, into: bureau)
        #expect(outcome.received == ["DB-1", "DB-2"] && outcome.refused.isEmpty)
        let clock = try await Self.matter("DB-1", bureau).clocks.first { $0.run.terms.name == "督办期限" }
        #expect(clock?.deadline.day == CivilDate("2026-11-25"))
        let other = try await Self.matter("DB-2", bureau).clocks.first { $0.run.terms.name == "督办期限" }
        #expect(other?.deadline.day == CivilDate("2026-11-25"), "Friday, then Monday to Wednesday")
        let again = try await Self.take(Self.named, into: bureau)
        #expect(again.received.isEmpty && again.known == 1)
    }

    @Test func `refused rows are named and the others are taken`() async throws {
        let bureau = try await SiteFixture.bureau()
        let text =
            Self.named + Self.named.replacing("DB-1", with: "DB-3").replacing("DA001", with: "DA009")
            + Self.named.replacing("DB-1", with: "DB-4").replacing("超标,甲厂", with: "投诉,甲厂")
            + Self.named.replacing("DB-1", with: "DB-5").replacing("2026-11-25", with: "2026-11-20")
            + Self.named
        let outcome = try await Self.take(text, into: bureau)
        #expect(outcome.received == ["DB-1"])
        #expect(outcome.refused.map(\.line) == [3, 4, 5, 6])
        let words = ["没有登记为排放口", "可用：超标、数据超标", "早于下发时间", "出现了两次"]
        for (fault, words) in zip(outcome.refused, words) { #expect(fault.message.contains(words), "\(fault)") }
    }

    @Test func `an answer needs its evidence, a ticket sent back runs on, and the export holds cause and measures`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        _ = try await CaseFilePageTests.matter(in: bureau, roles: ["monitoring-reviewer", "legal"])
        _ = try await Self.take(Self.named, into: bureau)
        try await Self.step(MatterStep("交办"), of: "DB-1", bureau)
        var answer = MatterStep("反馈")
        answer.facts = ["原因": .text("启炉"), "采取的措施": .text("调整配风"), "核实情况": .text("已到现场核实")]
        await #expect(throws: MatterRefusal.self) { try await Self.step(answer, of: "DB-1", bureau) }
        answer.papers = ["佐证材料"]
        try await Self.step(answer, of: "DB-1", bureau)
        // Whoever answered does not pass the own answer.
        await #expect(throws: MatterRefusal.self) {
            try await Self.step(MatterStep("审核通过"), of: "DB-1", bureau)
        }
        var back = MatterStep("审核退回")
        back.papers = ["退回意见"]
        try await Self.step(back, of: "DB-1", bureau)
        let matter = try await Self.matter("DB-1", bureau)
        #expect(matter.state == "办理中")
        #expect(matter.clocks.first { $0.run.terms.name == "督办期限" }?.status == .running)
        try await Self.step(answer, of: "DB-1", bureau)
        try await SiteFixture.test(bureau) { site in
            let page = try await site.get("/tickets")
            for words in ["DB-1", "待审核", "还有 3 日", "启炉；调整配风"] { #expect(page.text.contains(words), "\(words)") }
        }
        let context = try await SiteShell(try SiteFixture.services(bureau)).read { context in
            try FormTableProbe.texts(of: try TicketSheet(in: context).workbook(in: context))
        }
        #expect(context.prefix(3) == ["督办单号", "督办类型", "企业名称"])
        for words in ["DB-1", "超标", "启炉", "调整配风", "已到现场核实", "2026-11-22", "待审核"] {
            #expect(context.contains(words), "\(words)")
        }
    }

    @Test func `a file is taken in on the page, and one without the columns is refused with their names`() async throws
    {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau) { site in
            let wrong = try await site.upload(
                "/tickets", [("token", SiteFixture.token.text)], file: Array("甲,乙\n1,2\n".utf8), name: "错.csv")
            #expect(wrong.status == 422 && wrong.text.contains("督办单号"))
            let done = try await site.upload(
                "/tickets", [("token", SiteFixture.token.text)], file: Array((Self.head + Self.named).utf8),
                name: "督办单.csv")
            #expect(done.status == 303)
            #expect(try await site.get("/tickets").text.contains("DB-1"))
            #expect(try await site.get("/tickets/list.xlsx").status == 200)
        }
    }
}
