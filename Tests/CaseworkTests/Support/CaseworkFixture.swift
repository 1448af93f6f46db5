import Accounts
import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Casework

/// A bureau with people in posts, where matters are put on record.
struct CaseworkFixture {
    private static let manager = Actor(id: "local-operator", permissions: [AccountActions.manage])
    static let unit = "unit-1"
    /// Logins with the posts of their people; the id of the person is `p-` and the login.
    static let posts: [(login: String, role: String)] = [
        ("sec", "security-administrator"), ("captain", "enforcement-captain"), ("first", "enforcement"),
        ("second", "enforcement"), ("third", "enforcement"), ("legal", "legal"), ("counsel", "legal"),
        ("boss", "director"),
    ]

    let bureau: TestBureau
    let desk: MatterDesk

    /// Opens it in the morning of a day.
    init(on text: String = "2026-09-01", conditions: [StepCondition] = []) async throws {
        let capabilities = [
            RecordsCapability.capability, AccountsCapability.capability,
            CaseworkCapability.capability(conditions: conditions),
        ]
        bureau = try await TestBureau(capabilities, clock: TestClock(try morning(text)))
        desk = MatterDesk(bureau.book)
        var actions = [
            AccountActions.register(unit: Self.unit, name: "执法大队", kind: .section, by: Self.manager)
        ]
        for (login, role) in Self.posts {
            let certificate = Certificate(
                kind: .enforcement, number: "证-\(login)", scope: "", validTo: try day("2030-12-31"))
            actions.append(
                AccountActions.register(
                    person: Self.person(login), name: "姓\(login)", phone: "", unit: Self.unit, post: "",
                    certificates: [certificate], by: Self.manager))
            actions.append(
                AccountActions.open(
                    login, person: Self.person(login), roles: [role], scope: DataScope(), by: Self.manager))
        }
        try await bureau.book.record(actions)
    }

    static func person(_ login: String) -> String { "p-\(login)" }

    static func actor(_ login: String, for absent: String? = nil) -> Actor {
        Actor(id: login, permissions: [CaseworkActions.act], actingFor: absent)
    }

    var now: Instant { desk.now }

    func wait(until text: String) throws {
        bureau.clock.advance(seconds: now.seconds(until: try morning(text)))
    }

    func open(_ title: String = "某厂超标排放", _ procedure: String = "PEN-GENERAL") async throws -> MatterID {
        try await desk.open(procedure, title: title, by: Self.actor("captain"))
    }

    func row(_ id: MatterID, asOf sequence: Int64? = nil) async throws -> MatterRow {
        try #require(
            try await bureau.book.database.read { try MatterStore.matter(id, asOf: sequence, in: $0) })
    }

    func history(_ id: MatterID, asOf sequence: Int64? = nil) async throws -> [StoredMatterEntry] {
        try await bureau.book.database.read { try MatterStore.history(of: id, asOf: sequence, in: $0) }
    }

    func lastRecord() async throws -> Int64 {
        try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
    }

    /// An order after what is on record now.
    func order(
        _ act: MatterAct, of id: MatterID, at happened: Instant? = nil, after sequence: Int64? = nil
    ) async throws -> MatterOrder {
        let last = try await row(id).sequence
        return MatterOrder(act, of: id, at: happened ?? now, after: sequence ?? last)
    }

    @discardableResult
    func act(
        _ act: MatterAct, of id: MatterID, by login: String, for absent: String? = nil, after sequence: Int64? = nil
    ) async throws -> LedgerRecord {
        try await desk.carryOut(
            try await order(act, of: id, after: sequence), by: Self.actor(login, for: absent))
    }

    /// A step with two officers, its papers, its facts, and confirmations by the person of a post.
    func step(_ name: String, of id: MatterID, officers: [String] = ["first", "second"]) async throws -> MatterStep {
        let matter = try #require(try await desk.matter(id))
        let action = try #require(matter.procedure.action(name), "\(name)")
        var step = MatterStep(name)
        let needsOfficers = action.guards.contains { condition in
            if case .checked(.officers, _, _) = condition { true } else { false }
        }
        if needsOfficers { step.officers = try officers.map(Self.officer) }
        step.papers = Set(action.documents)
        for condition in action.guards {
            switch condition {
            case .attested(let attestation): step.confirmations[attestation.name] = try Self.confirmation(attestation)
            case .checked(.papers(let papers), _, _): step.papers.formUnion(papers)
            default: break
            }
        }
        for fact in action.form {
            step.facts[fact] =
                switch matter.procedure.fact(fact)?.kind {
                case .money: .money(1_000_000)
                case .flag: .flag(false)
                case .date: .date(now.beijingDate)
                case .choice(let words): .text(words[0])
                case .choices(let words): .text(words.contains("罚款") ? "罚款" : words[0])
                case .text, nil: .text("有")
                }
        }
        return step
    }

    static func officer(_ login: String) throws -> Officer {
        Officer(
            person: person(login), certificate: "证-\(login)", valid: try day("2020-01-01")...day("2030-12-31"))
    }

    static func confirmation(_ attestation: Attestation) throws -> MatterConfirmation {
        let role = try #require(attestation.roles.first)
        let login = try #require(posts.first { $0.role == role }?.login)
        return MatterConfirmation(person: person(login), role: role, reason: "已核对", paper: "附件")
    }

    /// Takes a step now.
    @discardableResult
    func take(
        _ name: String, of id: MatterID, by login: String, for absent: String? = nil,
        change: (inout MatterStep) throws -> Void = { _ in }
    ) async throws -> LedgerRecord {
        var step = try await step(name, of: id)
        try change(&step)
        return try await act(.step(step), of: id, by: login, for: absent)
    }

    /// A case that stands before legal review, investigated by `first` and `second`, on 10 October 2026.
    func reviewed(_ title: String = "某厂超标排放", isGrave: Bool = false) async throws -> MatterID {
        let id = try await open(title)
        try await take("立案", of: id, by: "boss")
        try await take("调查取证", of: id, by: "first")
        try wait(until: "2026-09-10")
        try await take("调查终结", of: id, by: "first") { $0.facts["情节复杂或者重大违法"] = .flag(isGrave) }
        try await take("审查案件", of: id, by: "captain")
        try wait(until: "2026-09-24")
        try await take("事先告知", of: id, by: "first")
        try wait(until: "2026-10-10")
        try await take("复核陈述申辩", of: id, by: "first") { step in
            step.confirmations["不听证"] = MatterConfirmation(
                person: Self.person("legal"), role: "legal", reason: "罚款未达听证数额")
        }
        return id
    }

    /// What refuses something, and that nothing was put on record then.
    func refusal(_ work: () async throws -> Void) async throws -> (any Error)? {
        let before = try await lastRecord()
        do {
            try await work()
            return nil
        } catch {
            #expect(try await lastRecord() == before)
            return error
        }
    }

    /// Fails when a rebuild makes other tables.
    func expectRebuildsAlike() async throws {
        let before = try await bureau.dump()
        #expect(before["matter_entry"]?.isEmpty == false)
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }
}
