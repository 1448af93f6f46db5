import Catalog
import Gateway
import Logging
import Records
import Registry
import Reporting
import Standards
import Storage
import TestKit
import Testing

@testable import Site

/// A bureau with the people who bring an annual report on its way, and some entries in its ledgers, all of 2025.
struct DraftBureau: Sendable {
    let bureau: TestBureau
    let desk: DraftDesk
    static let document = "rule-of-law-yearly"
    static let lastDay = CivilDate("2025-12-31") ?? .first
    static let texts = [
        "opening": "全局坚持依法行政。", "enforcement": "“三项制度”全面落实。", "shortcomings": "### 普法针对性不强\n原因是案例积累不够。",
        "leadership": "主要负责人带头述法。", "plans": "开展以案释法。",
    ]

    init() async throws {
        bureau = try await SiteFixture.peopledBureau()
        desk = DraftDesk(bureau.book, rules: SiteFixture.drafting)
        let accounts = try TestAccounts.desk(of: bureau.book)
        let people: [(String, String)] = [
            ("anquan", "security-administrator"), ("juzhang", "director"), ("fagui", "legal"), ("fagui2", "legal"),
            ("dadui", "enforcement-captain"), ("xinfang", "complaints"), ("bangong", "office"), ("bangong2", "office"),
            ("jiance", "monitoring-reviewer"), ("shui", "water-section"), ("shenpi", "permits"),
        ]
        for (login, role) in people { try await TestAccounts.open(login, [role], at: accounts, bureau.book) }
    }

    /// Somebody of the bureau; what they may do is asked of the posts, not of these rights.
    func actor(_ login: String) -> Actor {
        Actor(id: login, permissions: Set(SiteFixture.capabilities.flatMap(\.actions).map(\.permission)))
    }

    /// Enters into a ledger.
    @discardableResult
    func enter(_ ledger: String, _ values: [String: String]) async throws -> String {
        let today = Instant(secondsSince1970: bureau.clock.milliseconds / 1_000).beijingDate
        let rule = try WorkLedger.ledger(ledger, on: today, in: bureau.catalog)
        let id = MintedID.mint(at: bureau.clock.milliseconds)
        try await bureau.book.record(LedgerEntryActions.enter(id, values, into: rule, by: actor("fagui")))
        return id
    }

    /// Begins the annual report and fills what must be filled.
    func drafted() async throws -> String {
        let id = try await desk.open(
            Self.document, on: Self.lastDay, confirmBy: try #require(CivilDate("2026-11-25")), by: actor("fagui"))
        for (slot, text) in Self.texts {
            let writer = ["enforcement": "dadui", "leadership": "bangong"][slot] ?? "fagui"
            try await desk.write(text, into: slot, of: id, follows: 0, by: actor(writer))
        }
        return id
    }

    /// The draft as it is.
    func draft(_ id: String) async throws -> Draft {
        try await bureau.book.database.read { try #require(try DraftStore.draft(id, in: $0)) }
    }

    /// The sections with their figures as they are printed now.
    func sections(_ id: String) async throws -> [DraftSection] {
        let services = try SiteFixture.services(bureau)
        return try await bureau.book.database.read { connection in
            let draft = try #require(try DraftStore.draft(id, in: connection))
            return try DraftSheet(
                draft, papers: services.papers, engine: try FigureEngine(services.figures, in: connection),
                surroundings: PaperBuilder.Surroundings(
                    bureau: "", isDemo: false, cutoff: "", state: "", contents: draft.contents { $0 }), in: connection
            ).sections
        }
    }

    /// Lets every section provide its figures, and the director check them.
    func confirm(_ id: String) async throws {
        let people = [
            "legal": "fagui", "enforcement-captain": "dadui", "complaints": "xinfang", "office": "bangong",
            "monitoring-reviewer": "jiance", "water-section": "shui", "permits": "shenpi",
        ]
        for section in try await sections(id) {
            let login = try #require(people[section.role], "\(section.role)")
            try await desk.answer(.provided, for: section.role, section.printed, of: id, by: actor(login))
            try await desk.answer(.reviewed, for: section.role, section.printed, of: id, by: actor("juzhang"))
        }
    }

    /// Takes it from drafting to before its sealing.
    func bringToSealing(_ id: String, number: String) async throws {
        try await desk.move(.address, [.recipients: "区人民政府"], of: id, by: actor("fagui"))
        try await desk.move(.submit, of: id, by: actor("fagui"))
        try await desk.move(.settleAccess, [.access: "主动公开", .reason: "依规公开"], of: id, by: actor("bangong2"))
        try await desk.move(.checkSecrecy, [.result: "不涉密，可以公开", .reason: "逐条审查"], of: id, by: actor("bangong2"))
        try await desk.move(.review, of: id, by: actor("fagui2"))
        for login in ["dadui", "xinfang", "bangong"] { try await desk.move(.countersign, of: id, by: actor(login)) }
        try await desk.move(
            .deliberate, [.meeting: "党组会第12次", .day: "2026-11-20"], of: id, by: actor("bangong"))
        try await desk.move(.sign, of: id, by: actor("juzhang"))
        try await desk.move(.number, [.number: number], of: id, by: actor("bangong"))
    }

    /// Seals the document of a draft.
    func seal(_ id: String, by login: String = "bangong") async throws -> SealedDocument {
        let services = try SiteFixture.services(bureau)
        let keeper = SegmentKeeper(book: bureau.book, logger: Logger(label: "test"))
        return try await ReportSealing(services: services, keeper: keeper)
            .seal(draft: id, site: nil, by: actor(login))
    }

    /// The code of the refusal that a deed meets; nil where it is done.
    func refusal(_ deed: () async throws -> Void) async throws -> DraftRefusal.Code? {
        do {
            try await deed()
            return nil
        } catch let error as DraftRefusal {
            return error.code
        }
    }
}
