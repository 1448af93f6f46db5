import Catalog
import Ledger
import Records
import Standards
import Storage

/// Whether an action on a draft is allowed now: asked when it is prepared, and again in the transaction that records it.
struct DraftJudge {
    let rules: DraftRules
    let catalog: RuleCatalog
    let connection: ReadConnection
    /// In milliseconds since 1970-01-01T00:00:00Z.
    let time: Int64

    /// The longest text of a slot and of a fact, in letters: longer ones are documents of their own.
    static let longestText = 20_000
    private static let longestFact = 1_000
    private static let longestName = 40

    private var today: CivilDate { Instant(secondsSince1970: time / 1_000).beijingDate }

    /// - Throws: `DraftRefusal`, `RecordsError`.
    func check(_ action: Action) throws {
        let person = try rules.people.acting(action.actor, today, connection)
        guard action.body["person"]?.text == person.id else {
            throw RecordsError(.invalid, field: "person", detail: action.body["person"]?.text ?? "")
        }
        if action.name == DraftActions.opened { return try checkOpening(action, by: person) }
        guard let draft = try DraftStore.draft(action.subject, in: connection) else {
            throw DraftRefusal(.unknownDraft, action.subject)
        }
        let papers = try rules.papers(of: catalog)
        guard let way = try papers.way(of: draft.document, on: draft.date) else { throw DraftRefusal(.noWay) }
        switch action.name {
        case DraftActions.written: try checkWriting(action.body, draft, way, papers, by: person)
        case DraftActions.stated: try checkStating(action.body, draft, way, papers, by: person)
        case DraftActions.answered: try checkAnswer(action.body, draft, way, papers, by: person)
        default: try checkMove(action.body, draft, way, papers, by: person)
        }
    }

    private func checkOpening(_ action: Action, by person: DraftPerson) throws {
        let body = action.body
        let papers = try rules.papers(of: catalog)
        guard let document = body["document"]?.text, let date = body["date"]?.text.flatMap({ CivilDate($0) }),
            MintedID.isID(action.subject), body["confirmBy"]?.text.flatMap({ CivilDate($0) }) != nil
        else { throw RecordsError(.invalid, field: "draft", detail: action.subject) }
        let definition = try papers.definition(document, on: date)
        if let waits = definition.waits { throw DraftRefusal(.waiting, waits) }
        guard let way = try papers.way(of: document, on: date) else { throw DraftRefusal(.noWay) }
        try demand(way.roles(at: .drafting), of: person)
        guard body["period"]?.text == definition.address(of: date), body["title"]?.text == definition.header.title
        else {
            throw RecordsError(.invalid, field: "period", detail: body["period"]?.text ?? "")
        }
        guard definition.period.span(at: date).to < today else { throw DraftRefusal(.periodOpen) }
        let address = definition.address(of: date)
        let others = try DraftStore.drafts(of: document, period: address, limit: 100, in: connection)
        if let other = others.first(where: { $0.sealed == nil }) {
            throw DraftRefusal(.alreadyDrafted, other.stage.rawValue)
        }
        // A correction names what it corrects, the last edition, and why; a first edition has nothing to correct.
        let sealed = try SealStore.last("\(document)/\(address)", in: connection)?.sequence
        guard body["corrects"]?.integer == sealed else {
            throw DraftRefusal(.moved, sealed.map(String.init) ?? "")
        }
        if sealed != nil, (body["reason"]?.text ?? "").trimmingBlanks.isEmpty {
            throw DraftRefusal(.missingFact, "更正理由")
        }
    }

    private func checkWriting(
        _ body: CanonicalValue, _ draft: Draft, _ way: PaperWay, _ papers: PaperBook, by person: DraftPerson
    ) throws {
        guard draft.stage == .drafting else { throw DraftRefusal(.otherStage, draft.stage.rawValue) }
        let definition = try papers.definition(draft.document, on: draft.date)
        guard let slot = definition.slots.first(where: { $0.id == body["slot"]?.text }), let text = body["text"]?.text
        else { throw RecordsError(.invalid, field: "slot", detail: body["slot"]?.text ?? "") }
        try demand([slot.role].compactMap(\.self) + way.roles(at: .drafting), of: person)
        let last = draft.texts[slot.id]?.last?.sequence ?? 0
        guard body["follows"]?.integer == last else { throw DraftRefusal(.moved, String(last)) }
        guard text.count <= Self.longestText else {
            throw DraftRefusal(.malformed, "“\(slot.title)”超过 \(Self.longestText) 字")
        }
        let parsed = PaperPart.parse(text)
        if let problem = parsed.problems.first { throw DraftRefusal(.malformed, "“\(slot.title)”：\(problem)") }
        for part in parsed.parts {
            if part.isBlock { throw DraftRefusal(.malformed, "“\(slot.title)”中只能写段落和 ### 小标题，不能写表格和图") }
        }
        let engine = try FigureEngine(papers.figures, in: connection)
        for case .figure(let id, let arguments, _) in parsed.parts.flatMap(\.texts) {
            guard papers.figures.ids.contains(id) else { throw DraftRefusal(.unknownNumbers, id) }
            let value = try engine.value(FigureRequest(id, on: draft.date, arguments))
            guard value.definition.responsible != nil else {
                throw DraftRefusal(.malformed, "指标“\(value.definition.header.title)”没有责任科室，不能写入文稿")
            }
        }
    }

    private func checkStating(
        _ body: CanonicalValue, _ draft: Draft, _ way: PaperWay, _ papers: PaperBook, by person: DraftPerson
    ) throws {
        guard draft.stage == .drafting else { throw DraftRefusal(.otherStage, draft.stage.rawValue) }
        let slots = try papers.definition(draft.document, on: draft.date).slots
        try demand(way.roles(at: .drafting) + slots.compactMap(\.role), of: person)
        let name = body["name"]?.text ?? ""
        guard !name.isEmpty, name.count <= Self.longestName, !name.contains(where: { "{}=|\n".contains($0) }) else {
            throw DraftRefusal(.malformed, "数字的名称应为 1—\(Self.longestName) 字，不含括号、等号和竖线")
        }
        if case .null? = body["value"] {
            guard draft.values[name] != nil else { throw DraftRefusal(.unknownNumbers, name) }
            return
        }
        guard let value = StatedValue(body, person: person.id), ExactDecimal(value.value) != nil else {
            throw DraftRefusal(.malformed, "“\(name)”的数值应为十进制数，出处各项应填全")
        }
        let isComplete =
            switch value.home {
            case .manual(let basis): !basis.trimmingBlanks.isEmpty
            case .notified(let issuer, let document, _, let file):
                !issuer.trimmingBlanks.isEmpty && !document.trimmingBlanks.isEmpty && !file.isEmpty
            }
        guard isComplete else { throw DraftRefusal(.missingFact, "\(name)的出处") }
    }

    private func checkAnswer(
        _ body: CanonicalValue, _ draft: Draft, _ way: PaperWay, _ papers: PaperBook, by person: DraftPerson
    ) throws {
        guard Draft.order(draft.stage) <= Draft.order(.signing) else {
            throw DraftRefusal(.otherStage, draft.stage.rawValue)
        }
        guard let word = body["word"]?.text.flatMap(DraftAnswer.Word.init(rawValue:)), let role = body["role"]?.text,
            let figures = body["figures"]?.elements, !figures.isEmpty
        else { throw RecordsError(.invalid, field: "answer", detail: draft.id) }
        try demand([role] + (word == .reviewed ? way.reviewers : []), of: person)
        let sheet = try sheet(draft, papers)
        guard let section = sheet.sections.first(where: { $0.role == role }) else {
            throw RecordsError(.invalid, field: "role", detail: role)
        }
        // What is confirmed is what is printed now, not what stood on screen an hour ago.
        let printed = section.printed
        for figure in figures {
            let name = figure["figure"]?.text ?? ""
            guard let now = printed[name], now == figure["printed"]?.text else {
                throw DraftRefusal(.moved, String(draft.last))
            }
        }
        switch word {
        case .disputed:
            if (body["reason"]?.text ?? "").trimmingBlanks.isEmpty { throw DraftRefusal(.missingFact, "异议理由") }
        case .provided:
            guard figures.count == printed.count else { throw RecordsError(.invalid, field: "figures", detail: role) }
        case .reviewed:
            guard figures.count == printed.count else { throw RecordsError(.invalid, field: "figures", detail: role) }
            let providers = Set(section.lines.map { $0.provided?.person })
            if providers.contains(nil) { throw DraftRefusal(.unconfirmed, "数据还没有人提供") }
            if providers.contains(person.id) { throw DraftRefusal(.samePerson, "提供人不能审核自己提供的数据") }
        }
    }

    private func checkMove(
        _ body: CanonicalValue, _ draft: Draft, _ way: PaperWay, _ papers: PaperBook, by person: DraftPerson
    ) throws {
        guard body["follows"]?.integer == draft.last else { throw DraftRefusal(.moved, String(draft.last)) }
        guard let deed = body["deed"]?.text.flatMap(DraftDeed.init(rawValue:)), let role = body["role"]?.text,
            body["from"]?.text == draft.stage.rawValue
        else { throw RecordsError(.invalid, field: "deed", detail: body["deed"]?.text ?? "") }
        try demand([role], of: person)
        var facts: [DraftFact: String] = [:]
        for fact in body["facts"]?.elements ?? [] {
            guard let name = fact["fact"]?.text.flatMap(DraftFact.init(rawValue:)), deed.facts.contains(name) else {
                throw RecordsError(.invalid, field: "fact", detail: fact["fact"]?.text ?? "")
            }
            facts[name] = fact["text"]?.text
        }
        for fact in deed.facts { try check(fact, facts[fact] ?? "") }
        let course = DraftCourse(draft: draft, way: way)
        guard let to = try course.stage(after: deed, facts: facts, by: person, as: role),
            body["to"]?.text == to.rawValue
        else { throw RecordsError(.invalid, field: "to", detail: body["to"]?.text ?? "") }
        switch deed {
        case .submit: if let reason = try sheet(draft, papers).hindranceToSubmit { throw reason }
        case .sign: if let reason = try sheet(draft, papers).hindranceToSign { throw reason }
        case .number:
            if let other = try DraftStore.draft(numbered: facts[.number] ?? "", in: connection), other != draft.id {
                throw DraftRefusal(.takenNumber, facts[.number] ?? "")
            }
        default: break
        }
    }

    private func check(_ fact: DraftFact, _ text: String) throws {
        if text.trimmingBlanks.isEmpty {
            if fact.isOptional { return }
            throw DraftRefusal(.missingFact, fact.title)
        }
        guard text.count <= Self.longestFact else {
            throw DraftRefusal(.malformed, "“\(fact.title)”超过 \(Self.longestFact) 字")
        }
        if !fact.choices.isEmpty, !fact.choices.contains(text) { throw DraftRefusal(.missingFact, fact.title) }
        if fact == .day {
            guard let day = CivilDate(text), day <= today else {
                throw DraftRefusal(.malformed, "“\(fact.title)”应是今天或以前的日期，如 \(today)")
            }
        }
        if fact == .number {
            guard text.contains("〔"), text.contains("〕"), text.hasSuffix("号") else {
                throw DraftRefusal(.malformed, "发文字号应由机关代字、年份和序号组成，如 ×环发〔\(today.year)〕1号")
            }
        }
    }

    private func demand(_ roles: [String], of person: DraftPerson) throws {
        guard roles.contains(where: { person.roles.contains($0) }) else {
            throw DraftRefusal(.otherPost, roles.joined(separator: "、"))
        }
    }

    private func sheet(_ draft: Draft, _ papers: PaperBook) throws -> DraftSheet {
        try Self.sheet(draft, papers, in: connection)
    }

    /// The document as it is in this transaction; what stands round the figures is of no account here.
    static func sheet(_ draft: Draft, _ papers: PaperBook, in connection: ReadConnection) throws -> DraftSheet {
        try DraftSheet(
            draft, papers: papers, engine: try FigureEngine(papers.figures, in: connection),
            surroundings: PaperBuilder.Surroundings(
                bureau: "", isDemo: false, cutoff: "", state: "", contents: draft.contents { $0 }), in: connection)
    }
}

extension PaperPart {
    /// Whether it is more than a line of text.
    fileprivate var isBlock: Bool {
        switch self {
        case .table, .chart, .slot, .condition: true
        case .title, .heading, .paragraph, .aside, .note: false
        }
    }
}
