import Accounts
import Casework
import Catalog
import Law
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// A bureau with people in posts and one general penalty matter on record.
struct DossierFixture {
    private static let manager = Actor(id: "local-operator", permissions: [AccountActions.manage])
    static let posts: [(login: String, role: String)] = [
        ("sec", "security-administrator"), ("captain", "enforcement-captain"), ("first", "enforcement"),
        ("second", "enforcement"), ("legal", "legal"),
        ("boss", "director"),
    ]

    let bureau: TestBureau
    let desk: MatterDesk
    let papers: PaperDesk
    let matter: MatterID

    init(on text: String = "2026-09-01", conditions: [StepCondition] = []) async throws {
        let now = try #require(Instant("\(text)T10:00:00+08:00"))
        bureau = try await TestBureau(
            [
                RecordsCapability.capability, AccountsCapability.capability,
                CaseworkCapability.capability(conditions: conditions), DossierCapability.capability,
            ], clock: TestClock(now))
        desk = MatterDesk(bureau.book)
        papers = PaperDesk(bureau.book)
        var actions = [
            AccountActions.register(unit: "unit-1", name: "执法大队", kind: .section, by: Self.manager)
        ]
        for (login, role) in Self.posts {
            let certificate = Certificate(
                kind: .enforcement, number: "证-\(login)", scope: "",
                validTo: CivilDate("2030-12-31"))
            actions.append(
                AccountActions.register(
                    person: "p-\(login)", name: "姓\(login)", phone: "", unit: "unit-1", post: "",
                    certificates: [certificate], by: Self.manager))
            actions.append(
                AccountActions.open(
                    login, person: "p-\(login)", roles: [role], scope: DataScope(), by: Self.manager))
        }
        try await bureau.book.record(actions)
        matter = try await desk.open("PEN-GENERAL", title: "某厂超标排放水污染物", by: Self.actor("captain"))
    }

    static func actor(_ login: String) -> Actor { Actor(id: login, permissions: [CaseworkActions.act]) }

    var catalog: RuleCatalog { bureau.book.archive.catalog }
    var today: CivilDate { desk.now.beijingDate }

    func form(_ id: String) throws -> PaperForm { try PaperForm.inForce(id, in: catalog, on: today) }

    /// Something that fits each required element.
    func values(_ form: PaperForm) -> [String: PaperValue] {
        form.elements.filter(\.isRequired).reduce(into: [:]) { values, element in
            values[element.name] =
                switch element.kind {
                case .text, .longText: .text("\(element.name)的内容")
                case .money: .money(10_000_000)
                case .date: .date(today)
                case .moment: .moment(desk.now)
                case .flag: .flag(true)
                case .list: .list(["甲", "乙"])
                case .choice(let words): .text(words[0])
                }
        }
    }

    func draft(_ id: String, document: String? = nil) throws -> PaperDesk.Draft {
        let form = try form(id)
        return PaperDesk.Draft(
            form: form, document: document ?? form.documents[0], day: today, values: values(form))
    }

    func stored(_ paper: PaperID) async throws -> StoredPaper {
        try #require(try await bureau.book.database.read { try PaperStore.paper(paper, in: $0) })
    }

    /// The signed scan of the present revision.
    func back(
        _ paper: PaperID, code: String? = nil, change: (inout PaperDesk.Return) -> Void = { _ in }
    ) async throws -> PaperDesk.Return {
        let stored = try await stored(paper)
        let form = try form(stored.paper.form)
        let signers = form.signers.flatMap { signer in
            (0..<signer.least).map { _ in PaperCompletion.Signer(part: signer.part, person: nil, day: today) }
        }
        let scan = PaperScan(id: AttachmentID(of: [1, 2, 3]), form: "pdf", size: 3, name: "扫描件.pdf")
        var back = PaperDesk.Return(
            way: .scan, code: code ?? stored.paper.code.text, scan: scan, signers: signers, pages: 2, signedPages: 2,
            note: "", day: today)
        change(&back)
        return back
    }

    func complete(
        _ paper: PaperID, by login: String = "first", code: String? = nil,
        change: (inout PaperDesk.Return) -> Void = { _ in }
    ) async throws {
        let last = try await stored(paper).last
        try await papers.complete(
            paper, with: try await back(paper, code: code, change: change), in: matter, after: last,
            by: Self.actor(login))
    }

    /// What refuses something, and that nothing was put on record then.
    func refusal(_ work: () async throws -> Void) async throws -> PaperRefusal? {
        let before = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
        do {
            try await work()
            return nil
        } catch let refusal as PaperRefusal {
            let after = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
            #expect(after == before)
            return refusal
        }
    }
}
