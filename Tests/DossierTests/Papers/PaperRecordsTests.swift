import Accounts
import Casework
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// A paper is what was printed, signed and brought back; its number is given once and for ever.
struct PaperRecordsTests {
    @Test("A paper goes from draft by number and print to the signed scan, and then nobody changes it")
    func whole() async throws {
        let fixture = try await DossierFixture()
        let paper = try await fixture.papers.begin(
            try fixture.draft("FORM-DECISION"), in: fixture.matter, by: DossierFixture.actor("first"))
        var last = try await fixture.stored(paper).last
        let number = try await fixture.papers.number(
            paper, in: fixture.matter, after: last, by: DossierFixture.actor("first"))
        #expect(number == "环罚〔2026〕1号")
        try await fixture.complete(paper)
        let done = try await fixture.stored(paper)
        #expect(done.paper.completion?.way == .scan)
        let complete = try await fixture.bureau.book.database.read { try PaperStore.complete(fixture.matter, in: $0) }
        #expect(complete == ["行政处罚决定书"])
        last = done.last
        let refusal = try await fixture.refusal {
            try await fixture.papers.revise(
                try fixture.draft("FORM-DECISION"), of: paper, in: fixture.matter, after: last,
                by: DossierFixture.actor("first"))
        }
        #expect(refusal?.code == .alreadyComplete)
    }

    @Test("The scan of another revision is refused by the number of that revision, a stranger's scan as such")
    func otherRevision() async throws {
        let fixture = try await DossierFixture()
        let paper = try await fixture.papers.begin(
            try fixture.draft("FORM-NOTICE"), in: fixture.matter, by: DossierFixture.actor("first"))
        var last = try await fixture.stored(paper).last
        try await fixture.papers.number(paper, in: fixture.matter, after: last, by: DossierFixture.actor("first"))
        let printed = try await fixture.stored(paper).paper.code.text
        last = try await fixture.stored(paper).last
        var draft = try fixture.draft("FORM-NOTICE")
        draft.values["拟处罚内容"] = .text("罚款十一万元")
        try await fixture.papers.revise(
            draft, of: paper, in: fixture.matter, after: last, by: DossierFixture.actor("second"))
        let old = try await fixture.refusal { try await fixture.complete(paper, code: printed) }
        #expect(old?.message == "扫描件是第1稿，现为第2稿，请打印现稿重新签署")
        let foreign = try await fixture.refusal { try await fixture.complete(paper, code: "0000-0000-0000") }
        #expect(foreign?.code == .foreignScan)
        try await fixture.complete(paper)
    }

    @Test("Numbers of a series are consecutive whoever asks at once; a spoiled one is registered and never used again")
    func numbers() async throws {
        let fixture = try await DossierFixture()
        let actor = DossierFixture.actor("first")
        var ids: [PaperID] = []
        for _ in 0..<6 {
            ids.append(
                try await fixture.papers.begin(try fixture.draft("FORM-CORRECTION"), in: fixture.matter, by: actor))
        }
        let (desk, matter) = (fixture.papers, fixture.matter)
        let lasts = try await withThrowingTaskGroup(of: (PaperID, Int64).self) { group in
            for id in ids { group.addTask { (id, try await fixture.stored(id).last) } }
            return try await group.reduce(into: [PaperID: Int64]()) { $0[$1.0] = $1.1 }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ids {
                let last = try #require(lasts[id])
                group.addTask { try await desk.number(id, in: matter, after: last, by: actor) }
            }
            try await group.waitForAll()
        }
        let spoiled = ids[2]
        try await desk.spoil(
            spoiled, reason: "打印错误", in: matter, after: try await fixture.stored(spoiled).last, by: actor)
        let next = try await desk.begin(try fixture.draft("FORM-CORRECTION"), in: matter, by: actor)
        let number = try await desk.number(next, in: matter, after: try await fixture.stored(next).last, by: actor)
        #expect(number == "环责改〔2026〕7号")
        let register = try await fixture.bureau.book.database.read {
            try PaperStore.register("责改", year: 2026, in: $0)
        }
        #expect(register.map(\.ordinal) == Array(1...7))
        #expect(register.count { $0.spoiled == "打印错误" } == 1)
        #expect(Set(register.map(\.paper)).count == 7)
    }

    @Test("What is missing keeps a paper from its number, with the names of the elements")
    func missing() async throws {
        let fixture = try await DossierFixture()
        var draft = try fixture.draft("FORM-DECISION")
        draft.values["复议机关"] = .text("")
        draft.values["证据"] = .list([])
        let paper = try await fixture.papers.begin(draft, in: fixture.matter, by: DossierFixture.actor("first"))
        let refusal = try await fixture.refusal {
            try await fixture.papers.number(
                paper, in: fixture.matter, after: try await fixture.stored(paper).last,
                by: DossierFixture.actor("first"))
        }
        #expect(refusal == PaperRefusal(.incomplete, ["证据", "复议机关"]))
    }

    @Test("Inner approvals are signed electronically, each part by its post; the last signature completes them")
    func electronic() async throws {
        let fixture = try await DossierFixture()
        let paper = try await fixture.papers.begin(
            try fixture.draft("FORM-FILING"), in: fixture.matter, by: DossierFixture.actor("first"))
        func sign(_ part: String, _ login: String) async throws {
            try await fixture.papers.sign(
                paper, as: part, in: fixture.matter, after: try await fixture.stored(paper).last,
                by: DossierFixture.actor(login))
        }
        try await sign("承办人", "first")
        let twice = try await fixture.refusal { try await sign("承办人", "first") }
        #expect(twice?.code == .signedAlready)
        let stranger = try await fixture.refusal { try await sign("负责人", "second") }
        #expect(stranger?.code == .notInPost)
        try await sign("承办人", "second")
        try await sign("承办机构负责人", "captain")
        #expect(try await fixture.stored(paper).paper.completion == nil)
        try await sign("负责人", "boss")
        #expect(try await fixture.stored(paper).paper.completion?.signers.count == 4)
    }

    @Test("A new revision takes the signatures with it: they were given to another text")
    func revisedAfterSigning() async throws {
        let fixture = try await DossierFixture()
        let actor = DossierFixture.actor("first")
        let paper = try await fixture.papers.begin(try fixture.draft("FORM-FILING"), in: fixture.matter, by: actor)
        try await fixture.papers.sign(
            paper, as: "承办人", in: fixture.matter, after: try await fixture.stored(paper).last, by: actor)
        let seen = try await fixture.stored(paper).last
        try await fixture.papers.revise(
            try fixture.draft("FORM-FILING"), of: paper, in: fixture.matter, after: seen,
            by: DossierFixture.actor("second"))
        #expect(try await fixture.stored(paper).standingSignatures.isEmpty)
        let late = try await fixture.refusal {
            try await fixture.papers.sign(paper, as: "承办人", in: fixture.matter, after: seen, by: actor)
        }
        #expect(late?.message == "您查看之后文书已有改动（second写了第2稿），请看过再决定")
    }

    @Test("A record of the scene is signed on every page; a refusal needs a note and a witness")
    func pages() async throws {
        let fixture = try await DossierFixture()
        let paper = try await fixture.papers.begin(
            try fixture.draft("FORM-SCENE", document: "现场检查（勘察）笔录"), in: fixture.matter,
            by: DossierFixture.actor("first"))
        let unsigned = try await fixture.refusal { try await fixture.complete(paper) { $0.signedPages = 1 } }
        #expect(unsigned?.message == "须逐页签名：共2页，签名1页")
        let one = try await fixture.refusal {
            try await fixture.complete(paper) { $0.signers.removeAll { $0.part == "执法人员" } }
        }
        #expect(one?.message == "签名不全：执法人员2人")
        let silent = try await fixture.refusal {
            try await fixture.complete(paper) { back in
                back.way = .refused
                back.signedPages = 0
                back.signers.removeAll { $0.part == "当事人" }
            }
        }
        #expect(silent?.code == .witnessMissing)
        try await fixture.complete(paper) { back in
            back.way = .refused
            back.signedPages = 0
            back.note = "当事人拒绝签名"
            back.signers.removeAll { $0.part == "当事人" }
            back.signers.append(PaperCompletion.Signer(part: "见证人", person: nil, day: back.day))
        }
    }

    @Test("Facts about people stand in no record and no table; a rebuild makes the same tables")
    func personal() async throws {
        let fixture = try await DossierFixture()
        var draft = try fixture.draft("FORM-INTERVIEW")
        draft.values["被询问人"] = .text("张某某")
        let paper = try await fixture.papers.begin(draft, in: fixture.matter, by: DossierFixture.actor("first"))
        #expect(try await fixture.stored(paper).paper.values["被询问人"] == .text("张某某"))
        let dump = try await fixture.bureau.dump()
        #expect(!"\(dump["paper_event"] ?? [])".contains("张某某"))
        let sequence = try await fixture.stored(paper).last
        let record = try #require(
            try await fixture.bureau.book.database.read { try RecordStore.record(sequence, in: $0) })
        #expect(!String(decoding: try record.body.bytes(), as: UTF8.self).contains("张某某"))
        try await fixture.bureau.book.rebuild()
        #expect(try await fixture.bureau.dump() == dump)
    }

    @Test("A step that says it has a paper waits until the paper is signed and back")
    func step() async throws {
        let fixture = try await DossierFixture(conditions: DossierCapability.conditions)
        var step = MatterStep("立案")
        step.papers = ["立案审批表"]
        for name in ["立案条件", "追责期限"] {
            step.confirmations[name] = MatterConfirmation(person: "p-boss", role: "director", reason: "已核对")
        }
        func file() async throws {
            let row = try await fixture.bureau.book.database.read { try MatterStore.matter(fixture.matter, in: $0) }
            let order = MatterOrder(
                .step(step), of: fixture.matter, at: fixture.desk.now, after: try #require(row).sequence)
            try await fixture.desk.carryOut(order, by: DossierFixture.actor("boss"))
        }
        do {
            try await file()
            Issue.record("filed without its paper")
        } catch let refusal as MatterRefusal {
            #expect(refusal.code == .paperUnfinished)
        }
        let paper = try await fixture.papers.begin(
            try fixture.draft("FORM-FILING"), in: fixture.matter, by: DossierFixture.actor("first"))
        try await fixture.complete(paper) { $0.pages = 0 }
        try await file()
    }
}
