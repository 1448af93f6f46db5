import Documents
import Records
import Reporting
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// The annual report on rule of law on its way from the first draft to its publication.
struct DraftFlowTests {
    @Test func `the annual report goes its way, is sealed with every figure as a claim, delivered and published`()
        async throws
    {
        let house = try await DraftBureau()
        try await house.enter("training", ["day": "2025-05-06", "topic": "行政处罚法", "people": "213"])
        let id = try await house.drafted()
        try await house.confirm(id)
        try await house.bringToSealing(id, number: "测环报〔2026〕3号")
        #expect(try await house.draft(id).stage == .sealing)
        let sealed = try await house.seal(id)
        #expect(sealed.claimCount >= 60)
        let text = try house.text(of: sealed)
        for word in [
            "测环报〔2026〕3号", "签发人：姓juzhang", "区人民政府：", "组织法治专题培训1", "参训210余", "普法针对性不强",
            "党政主要负责人履行推进法治建设第一责任人职责情况",
        ] { #expect(text.contains(word), "\(word)") }
        #expect(!text.contains("待补"))
        try await house.desk.move(
            .deliver, [.receiver: "区人民政府", .day: "2026-11-21"], of: id, by: house.actor("bangong"))
        try await house.desk.move(
            .publish, [.place: "https://example.invalid/1", .day: "2026-11-22"], of: id, by: house.actor("bangong"))
        #expect(try await house.draft(id).stage == .ended)
    }

    @Test func `what is missing, without a home or unconfirmed stops the draft, and says what it is`() async throws {
        let house = try await DraftBureau()
        let (desk, office) = (house.desk, house.actor("bangong"))
        let legal = house.actor("fagui")
        let id = try await desk.open(
            DraftBureau.document, on: DraftBureau.lastDay, confirmBy: try #require(CivilDate("2026-11-25")), by: legal)
        #expect(try await house.refusal { try await desk.move(.submit, of: id, by: legal) } == .emptySlots)
        for (slot, text) in DraftBureau.texts {
            let writer = ["enforcement": "dadui", "leadership": "bangong"][slot] ?? "fagui"
            try await desk.write(text, into: slot, of: id, follows: 0, by: house.actor(writer))
        }
        // A number typed into prose has no home: it becomes a stated value or a figure.
        let plans = try await house.draft(id).texts["plans"]?.last?.sequence ?? 0
        try await desk.write("开展培训12场次。", into: "plans", of: id, follows: plans, by: legal)
        #expect(try await house.refusal { try await desk.move(.submit, of: id, by: legal) } == .looseNumbers)
        let later = try await house.draft(id).texts["plans"]?.last?.sequence ?? 0
        #expect(
            try await house.refusal {
                try await desk.write("迟到的改动", into: "plans", of: id, follows: plans, by: legal)
            } == .moved)
        try await desk.write("开展培训{=计划培训}场次。", into: "plans", of: id, follows: later, by: legal)
        #expect(try await house.refusal { try await desk.move(.submit, of: id, by: legal) } == .unknownNumbers)
        #expect(
            try await house.refusal {
                try await desk.state("计划培训", ("12", "场次", .manual(basis: " ")), of: id, by: legal)
            } == .missingFact)
        try await desk.state("计划培训", ("12", "场次", .manual(basis: "2026年培训计划")), of: id, by: legal)
        #expect(try await house.refusal { try await desk.move(.submit, of: id, by: office) } == .otherPost)
        try await desk.move(.submit, of: id, by: legal)
        #expect(try await house.refusal { try await desk.move(.review, of: id, by: legal) } == .samePerson)
        #expect(
            try await house.refusal {
                try await desk.write("晚了", into: "plans", of: id, follows: later, by: legal)
            } == .otherStage)
        try await desk.move(.review, of: id, by: house.actor("fagui2"))
        for login in ["dadui", "xinfang", "bangong"] {
            try await desk.move(.countersign, of: id, by: house.actor(login))
        }
        try await desk.move(.deliberate, [.meeting: "党组会", .day: "2026-11-20"], of: id, by: office)
        let director = house.actor("juzhang")
        #expect(try await house.refusal { try await desk.move(.sign, of: id, by: director) } == .unconfirmed)
        try await house.confirm(id)
        #expect(try await house.refusal { try await desk.move(.sign, of: id, by: director) } == .unsettled)
    }

    @Test func `a confirmation holds for the value that was confirmed, by two people of the section`() async throws {
        let house = try await DraftBureau()
        let id = try await house.drafted()
        let legal = try #require(try await house.sections(id).first { $0.role == "legal" })
        let (first, second) = (house.actor("fagui"), house.actor("fagui2"))
        #expect(
            try await house.refusal {
                try await house.desk.answer(.provided, for: "legal", legal.printed, of: id, by: house.actor("dadui"))
            } == .otherPost)
        try await house.desk.answer(.provided, for: "legal", legal.printed, of: id, by: first)
        #expect(
            try await house.refusal {
                try await house.desk.answer(.reviewed, for: "legal", legal.printed, of: id, by: first)
            } == .samePerson)
        try await house.desk.answer(.reviewed, for: "legal", legal.printed, of: id, by: second)
        #expect(try await house.sections(id).first { $0.role == "legal" }?.isConfirmed == true)
        // A training entered late makes the confirmation of its two figures void, and of no other one.
        let entry = try await house.enter("training", ["day": "2025-03-01", "topic": "民法典", "people": "40"])
        let changed = try #require(try await house.sections(id).first { $0.role == "legal" })
        #expect(changed.lines.count { $0.standing == .changed } == 2)
        #expect(
            try await house.refusal {
                try await house.desk.answer(.provided, for: "legal", legal.printed, of: id, by: first)
            } == .moved)
        let dispute = changed.printed.filter { $0.key.contains("trainings.people") }
        try await house.desk.answer(.disputed, for: "legal", dispute, reason: "签到表只有 38 人", of: id, by: second)
        #expect(
            try await house.sections(id).flatMap(\.lines).count { $0.standing == .disputed } == 1)
        _ = entry
    }

    @Test func `what was sent back is done again, and a corrected edition keeps the sealed one`() async throws {
        let house = try await DraftBureau()
        let id = try await house.drafted()
        let legal = house.actor("fagui")
        try await house.desk.move(.submit, of: id, by: legal)
        #expect(
            try await house.refusal {
                try await house.desk.move(.sendBack, of: id, by: house.actor("fagui2"))
            } == .missingFact)
        try await house.desk.move(.sendBack, [.words: "补写原因"], of: id, by: house.actor("fagui2"))
        #expect(try await house.draft(id).stage == .drafting)
        try await house.confirm(id)
        try await house.bringToSealing(id, number: "测环报〔2026〕4号")
        let sealed = try await house.seal(id)
        let by = try #require(CivilDate("2026-11-25"))
        #expect(
            try await house.refusal {
                _ = try await house.desk.open(DraftBureau.document, on: DraftBureau.lastDay, confirmBy: by, by: legal)
            } == .missingFact)
        let second = try await house.desk.open(
            DraftBureau.document, on: DraftBureau.lastDay, confirmBy: by, reason: "漏写一项", by: legal)
        #expect(
            try await house.refusal {
                _ = try await house.desk.open(
                    DraftBureau.document, on: DraftBureau.lastDay, confirmBy: by, reason: "又一份", by: legal)
            } == .alreadyDrafted)
        #expect(try await house.draft(second).corrects == sealed.sequence)
        for (slot, text) in DraftBureau.texts {
            let writer = ["enforcement": "dadui", "leadership": "bangong"][slot] ?? "fagui"
            try await house.desk.write(text + "更正。", into: slot, of: second, follows: 0, by: house.actor(writer))
        }
        try await house.confirm(second)
        #expect(
            try await house.refusal { try await house.bringToSealing(second, number: "测环报〔2026〕4号") } == .takenNumber)
        try await house.desk.move(.number, [.number: "测环报〔2026〕5号"], of: second, by: house.actor("bangong"))
        let corrected = try await house.seal(second)
        let editions = try await house.bureau.book.database.read { try SealStore.all(sealed.subject, in: $0) }
        #expect(editions.map(\.sequence) == [corrected.sequence, sealed.sequence])
        #expect(!(try house.text(of: sealed).contains("更正。")))
        #expect(try house.text(of: corrected).contains("更正。"))
    }

    @Test func `a document with a way is not sealed on its page, and drafts made again from records are the same`()
        async throws
    {
        let house = try await DraftBureau()
        let id = try await house.drafted()
        try await SiteFixture.test(house.bureau) { client in
            let refused = try await client.post(
                "/reports/\(DraftBureau.document)/2025",
                [("token", SiteFixture.token.text), ("confirmed", "yes")])
            #expect(refused.status == 422)
            #expect(refused.text.contains("到“用印”环节封存"))
        }
        try await house.confirm(id)
        let before = try await house.bureau.dump()
        try await house.bureau.book.rebuild()
        #expect(try await house.bureau.dump() == before)
    }
}

extension SealedDocument {
    fileprivate var subject: String { "\(document)/\(period)" }
}

extension DraftBureau {
    /// The words of the docx that was issued.
    func text(of document: SealedDocument) throws -> String {
        let blocks = try DocxReader().read(try bureau.book.archive.attachments.bytes(of: document.file)).blocks
        return blocks.compactMap { block in
            if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
        }.joined(separator: "\n")
    }
}
