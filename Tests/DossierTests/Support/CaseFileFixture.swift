import Accounts
import Casework
import Law
import Ledger
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Dossier

/// A bureau with people in posts and one matter, into whose file things are put.
struct CaseFileFixture {
    private static let manager = Actor(id: "local-operator", permissions: [AccountActions.manage])
    private static let posts: [(login: String, role: String)] = [
        ("sec", "security-administrator"), ("captain", "enforcement-captain"), ("first", "enforcement"),
        ("second", "enforcement"), ("legal", "legal"), ("boss", "director"),
    ]

    let bureau: TestBureau
    let matters: MatterDesk
    let desk: CaseFileDesk
    let matter: MatterID

    /// Opens it in the morning of a day.
    init(on text: String = "2026-09-01") async throws {
        let morning = try #require(Instant("\(text)T09:00:00+08:00"))
        bureau = try await TestBureau(
            [
                RecordsCapability.capability, AccountsCapability.capability, CaseworkCapability.capability(),
                RegistryCapability.capability, DossierCapability.capability,
            ], clock: TestClock(morning))
        matters = MatterDesk(bureau.book)
        desk = CaseFileDesk(bureau.book)
        var actions = [AccountActions.register(unit: "unit-1", name: "执法大队", kind: .section, by: Self.manager)]
        for (login, role) in Self.posts {
            actions += [
                AccountActions.register(
                    person: "p-\(login)", name: "姓\(login)", phone: "", unit: "unit-1", post: "", certificates: [],
                    by: Self.manager),
                AccountActions.open(
                    login, person: "p-\(login)", roles: [role], scope: DataScope(), by: Self.manager),
            ]
        }
        try await bureau.book.record(actions)
        matter = try await matters.open("PEN-GENERAL", title: "某厂逃避监管", by: Self.actor("captain"))
    }

    static func actor(_ login: String) -> Actor { Actor(id: login, permissions: [CaseworkActions.act]) }
    static let officer = actor("first")

    static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static func conduct(_ from: String, _ to: String) throws -> Conduct {
        try Conduct(start: try day(from), end: try day(to))
    }

    /// A matter of elsewhere, brought in where it stands with what was done before.
    func brought(
        _ procedure: String = "PEN-GENERAL", state: String = "已决定", fine yuan: Int64? = 300_000,
        past: [(action: String, day: String)] = [("作出处罚决定", "2026-08-28")]
    ) async throws -> MatterID {
        let steps = try past.map { step in
            PastStep(day: try Self.day(step.day), action: step.action, words: step.action)
        }
        return try await matters.open(procedure, title: "另案 \(yuan ?? 0)", by: Self.actor("captain")) { opening in
            opening.origin = .imported
            opening.state = state
            opening.past = steps
            if let yuan { opening.facts["罚款数额"] = .money(yuan * 100) }
        }
    }

    func file(of other: MatterID? = nil, asOf sequence: Int64? = nil) async throws -> CaseFile {
        let (matter, catalog, now) = (other ?? matter, bureau.catalog, matters.now)
        return try #require(
            try await bureau.book.database.read {
                try CaseFileStore.file(of: matter, catalog: catalog, now: now, asOf: sequence, in: $0)
            })
    }

    /// States a charge and gives its id.
    func charge(
        _ violation: String, _ from: String, _ to: String, change: (inout Charge) -> Void = { _ in }
    ) async throws -> (id: String, sequence: Int64) {
        var charge = Charge(
            id: desk.mintedID(), violation: violation, conduct: try Self.conduct(from, to), facts: "经查，该单位实施了上述行为")
        change(&charge)
        let record = try await desk.state(charge, of: matter, after: nil, by: Self.officer)
        return (charge.id, record.sequence)
    }

    /// A file among the evidence.
    func evidence(_ title: String, hash: Character = "a", change: (inout EvidenceItem) -> Void = { _ in }) throws
        -> EvidenceItem
    {
        var item = EvidenceItem(
            id: EvidenceID(rawValue: desk.mintedID()), number: 0, kind: .recording, title: title,
            content: .file(
                AttachmentID(rawValue: String(repeating: hash, count: 64)), name: "照片.jpg", bytes: 1_000),
            proves: "排放口正在排水", day: try Self.day("2026-08-21"), place: "厂区北侧", takers: ["p-first", "p-second"])
        change(&item)
        return item
    }

    /// What refuses something, and that nothing was put on record then.
    func refusal(_ work: () async throws -> Void) async throws -> (any Error)? {
        let before = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
        do {
            try await work()
            return nil
        } catch {
            #expect(try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) } == before)
            return error
        }
    }

    /// The code of the refusal.
    func code(_ work: () async throws -> Void) async throws -> CaseFileRefusal.Code? {
        (try await refusal(work) as? CaseFileRefusal)?.code
    }

    func expectRebuildsAlike() async throws {
        let before = try await bureau.dump()
        #expect(before["case_entry"]?.isEmpty == false)
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }
}
