import Accounts
import Casework
import Catalog
import Law
import Ledger
import Records
import Registry
import Standards
import Storage

/// Judges what shall be put into a case file, inside the transaction that writes: nothing rests on the word of whoever
/// prepared it.
struct CaseFileJudgement {
    /// In letters: names, titles, places; then facts and reasons.
    static let (greatestName, greatestText) = (200, 4_000)

    let action: Action
    let connection: ReadConnection
    let catalog: RuleCatalog
    /// The day of the record.
    let today: CivilDate
    let matter: MatterID
    private let now: Instant
    var body: CanonicalValue { action.body }

    init(action: Action, connection: ReadConnection, milliseconds: Int64, catalog: RuleCatalog) {
        self.action = action
        self.connection = connection
        self.catalog = catalog
        now = Instant(secondsSince1970: milliseconds / 1_000)
        today = now.beijingDate
        matter = MatterID(rawValue: action.subject)
    }

    /// - Throws: `CaseFileRefusal` for what people can mend; `RecordsError` for what no page sends; `LawError`.
    func check() throws {
        guard let row = try MatterStore.matter(matter, in: connection) else {
            throw RecordsError(.unknownSubject, detail: action.subject)
        }
        if action.name == CaseFileActions.partyBrought { return try checkBrought() }
        // What was told the public is taken back, and counsel is heard, after the end too.
        let lasting = [CaseFileActions.disclosed, CaseFileActions.withdrawn, CaseFileActions.opinionGiven]
        if row.standing.isEnded, !lasting.contains(action.name) { throw CaseFileRefusal(.ended) }
        let acting = try MatterActor.acting(action.actor, on: today, in: connection)
        let fold = CaseFold(try CaseEntryStore.entries(of: matter, in: connection))
        guard MintedID.isID(item) else { throw RecordsError(.invalid, field: "item", detail: item) }
        switch action.name {
        case CaseFileActions.partyStated: try checkParty(fold)
        case CaseFileActions.chargeStated: try checkCharge(fold)
        case CaseFileActions.lawDecided: try checkLaw(fold, acting)
        case CaseFileActions.weighed: try checkWeighing(fold)
        case CaseFileActions.evidenceTaken: try checkEvidence(fold)
        case CaseFileActions.evidenceMoved: try checkCustody(fold, acting)
        case CaseFileActions.evidenceExcluded: try checkExclusion(fold)
        case CaseFileActions.disclosed: try checkDisclosure(now)
        case CaseFileActions.withdrawn: try checkWithdrawal()
        case CaseFileActions.opinionGiven: try checkOpinion()
        default: throw RecordsError(.unknownAction, detail: action.name)
        }
    }

    /// Parties come with a matter from elsewhere, whatever became of it there.
    private func checkBrought() throws {
        let history = try MatterStore.history(of: matter, in: connection)
        guard case .opened(let opening)? = history.first?.entry.act, opening.origin == .imported else {
            throw RecordsError(.invalid, field: "subject", detail: action.subject)
        }
        guard MintedID.isID(item) else { throw RecordsError(.invalid, field: "item", detail: item) }
        guard body["follows"]?.integer == nil, body["removed"]?.bool == false else { throw malformed("party") }
        try checkParty(CaseFold(try CaseEntryStore.entries(of: matter, in: connection)))
    }

    var item: String { body["item"]?.text ?? "" }

    /// What is said of an item follows what was on screen.
    private func checkFollows(_ fold: CaseFold) throws {
        guard fold.last[item] == body["follows"]?.integer else {
            guard let last = fold.last[item] else { throw CaseFileRefusal(.unknown, item) }
            throw CaseFileRefusal(.changed, "\(last)")
        }
    }

    private func checkReason(_ fold: CaseFold) throws {
        let reason = body["reason"]?.text ?? ""
        if fold.last[item] != nil, reason.isEmpty { throw CaseFileRefusal(.missing, "改动的理由") }
        try bound(reason, "理由")
    }

    /// The whole file as it is now.
    func file(_ now: Instant) throws -> CaseFile? {
        try CaseFileStore.file(of: matter, catalog: catalog, now: now, in: connection)
    }

    func bound(_ text: String, _ name: String, to most: Int = greatestText) throws {
        if text.count > most { throw CaseFileRefusal(.wrong, "“\(name)”最多\(most)字") }
    }

    func malformed(_ field: String) -> RecordsError { RecordsError(.invalid, field: field, detail: item) }
}

extension CaseFileJudgement {
    private func checkParty(_ fold: CaseFold) throws {
        try checkFollows(fold)
        try checkReason(fold)
        let entry = CaseEntry(
            sequence: 0, action: action.name, item: item, timeMilliseconds: 0, actor: "", body: body)
        guard let said = Party(entry) else { throw malformed("party") }
        let party = said.withPersonal(action.personal)
        // Facts about people never stand in the open.
        guard Set(action.personal.keys).isDisjoint(with: said.openFields.keys), party.openFields == said.openFields,
            body
                == party.body(
                    after: body["follows"]?.integer, reason: body["reason"]?.text ?? "",
                    isRemoved: body["removed"]?.bool ?? false)
        else { throw malformed("personal") }
        if body["removed"]?.bool == true { return }
        if party.name.isEmpty { throw CaseFileRefusal(.missing, "名称（姓名）") }
        for text in [party.name, party.code, party.address, party.representative, party.telephone] {
            try bound(text, "当事人信息", to: Self.greatestName)
        }
        if party.kind == .entity, !party.code.isEmpty, let fault = CodeCheck.credit.fault(of: party.code) {
            throw CaseFileRefusal(.wrong, "统一社会信用代码“\(party.code)”\(fault)，请核对营业执照")
        }
        if let source = party.source, try SourceStore.head(source, in: connection) == nil {
            throw CaseFileRefusal(.unknown, source)
        }
    }

    private func checkCharge(_ fold: CaseFold) throws {
        try checkFollows(fold)
        try checkReason(fold)
        guard let charge = Charge(body),
            body
                == charge.body(
                    after: body["follows"]?.integer, reason: body["reason"]?.text ?? "",
                    isRemoved: body["removed"]?.bool ?? false)
        else { throw malformed("charge") }
        if body["removed"]?.bool == true { return }
        if charge.facts.isEmpty { throw CaseFileRefusal(.missing, "违法事实") }
        try bound(charge.facts, "违法事实")
        if charge.conduct.end > today { throw CaseFileRefusal(.wrong, "违法行为终了日 \(charge.conduct.end) 在今天之后") }
        if let discovered = charge.discovered, discovered > today || discovered < charge.conduct.start {
            throw CaseFileRefusal(.wrong, "发现日期 \(discovered) 应在违法行为开始之后、今天之前")
        }
        if let base = charge.base, base < .zero { throw CaseFileRefusal(.wrong, "计算罚款的数额不能是负数") }
        let law = try ChargeLaw(charge, decided: today, catalog: catalog)
        let known = Set(law.candidates.flatMap(\.tiers).map(\.when))
        for tier in charge.tiers where !known.contains(tier) {
            throw CaseFileRefusal(.wrong, "所适用的规定没有“\(tier)”这一档罚款")
        }
        let metrics = try CrimeThresholds(catalog, on: charge.conduct.end).items.compactMap(\.metric)
        for metric in charge.measured.keys where !metrics.contains(metric) {
            throw RecordsError(.invalid, field: "measured", detail: metric)
        }
    }

    private func checkLaw(_ fold: CaseFold, _ acting: MatterActor) throws {
        guard let charge = fold.charges.first(where: { $0.id == item }) else { throw CaseFileRefusal(.unknown, item) }
        try checkFollows(fold)
        guard let decision = Charge.LawDecision(body), let follows = body["follows"]?.integer,
            body == decision.body(of: item, after: follows), decision.person == acting.person
        else { throw malformed("law") }
        guard acting.roles.contains(LegalPost.role) else { throw CaseFileRefusal(.notInPost, LegalPost.title) }
        if decision.reason.isEmpty { throw CaseFileRefusal(.missing, "选择适用法律的理由") }
        try bound(decision.reason, "理由")
        let law = try ChargeLaw(charge, decided: today, catalog: catalog)
        guard law.needsPerson else { throw CaseFileRefusal(.nothingToChoose) }
        guard law.candidates.contains(where: { $0.effective.from == decision.provision }) else {
            let names = law.candidates.map { "\($0.law)（\($0.effective.from)起施行）" }
            throw CaseFileRefusal(.foreignProvision, names.joined(separator: "、"))
        }
    }

    private func checkWeighing(_ fold: CaseFold) throws {
        guard let charge = fold.charges.first(where: { $0.id == item }) else { throw CaseFileRefusal(.unknown, item) }
        try checkFollows(fold)
        guard let request = body["request"].flatMap({ DiscretionRequest(canonical: $0) }),
            let claimed = body["result"], let proposed = RecordPart.money(of: body["proposed"]),
            let follows = body["follows"]?.integer
        else { throw malformed("request") }
        let reason = body["reason"]?.text
        try bound(reason ?? "", "理由")
        try fold.checkCited(request)
        let weighing = try Weighing(
            request, for: charge, table: claimed["table"]?.text, on: today, catalog: catalog)
        // Made again by the rules of the day: what a form claims counts for nothing.
        let made = Discretion.body(
            of: item, charge.violation, weighing.provision.effective.from, day: today, request, weighing.result,
            proposed: proposed, reason: reason, after: follows)
        guard made == body else { throw malformed("result") }
        try weighing.admit(proposed, reason: reason, request)
    }
}

extension CaseFileJudgement {
    private func checkEvidence(_ fold: CaseFold) throws {
        guard let piece = EvidenceItem(body, number: 0), piece.body == body,
            Set(action.personal.keys).isSubset(of: [EvidenceItem.providerField])
        else { throw malformed("evidence") }
        guard fold.last[item] == nil else { throw malformed("item") }
        for (text, name) in [(piece.title, "名称"), (piece.proves, "证明对象"), (piece.place, "地点")] {
            if text.isEmpty { throw CaseFileRefusal(.missing, name) }
            try bound(text, name, to: name == "证明对象" ? Self.greatestText : Self.greatestName)
        }
        if piece.day > today { throw CaseFileRefusal(.wrong, "取得日期 \(piece.day) 在今天之后") }
        if piece.takers.isEmpty { throw CaseFileRefusal(.missing, "取证人员") }
        for taker in piece.takers {
            guard try AccountStore.person(taker, in: connection) != nil else { throw CaseFileRefusal(.unknown, taker) }
        }
        if case .paper = piece.content, piece.isCapturedOnSite { throw malformed("onSite") }
        guard let original = piece.derivedFrom else {
            if piece.derivation != nil { throw malformed("derivation") }
            return
        }
        guard let found = fold.evidence.first(where: { $0.id == original }), found.derivedFrom == nil else {
            throw CaseFileRefusal(.unknown, original.rawValue)
        }
        if found.excluded != nil { throw CaseFileRefusal(.excluded, "\(found.number)") }
        if (piece.derivation ?? "").isEmpty { throw CaseFileRefusal(.missing, "隐去或者截取了什么") }
        guard case .file(let copy, _, _) = piece.content, case .file(let whole, _, _) = found.content else {
            throw CaseFileRefusal(.wrong, "只有文件可以制作隐去信息的副本")
        }
        if copy == whole { throw CaseFileRefusal(.wrong, "副本与原件内容相同，没有隐去任何内容") }
    }

    private func checkCustody(_ fold: CaseFold, _ acting: MatterActor) throws {
        guard let piece = fold.evidence.first(where: { $0.id.rawValue == item }) else {
            throw CaseFileRefusal(.unknown, item)
        }
        guard let custody = EvidenceItem.Custody(body), custody.body(of: piece.id) == body,
            custody.person == acting.person, EvidenceItem.Custody.deeds.contains(custody.deed)
        else { throw malformed("custody") }
        guard custody.day >= piece.day, custody.day <= today else {
            throw CaseFileRefusal(.wrong, "流转日期应在取得日 \(piece.day) 之后、今天之前")
        }
        if let last = piece.custody.last, custody.day < last.day {
            throw CaseFileRefusal(.wrong, "流转日期早于上一次流转（\(last.day)）")
        }
        if custody.note.isEmpty { throw CaseFileRefusal(.missing, "经手说明") }
        try bound(custody.note, "经手说明", to: Self.greatestName)
    }

    private func checkExclusion(_ fold: CaseFold) throws {
        guard let piece = fold.evidence.first(where: { $0.id.rawValue == item }) else {
            throw CaseFileRefusal(.unknown, item)
        }
        if piece.excluded != nil { throw CaseFileRefusal(.excluded, "\(piece.number)") }
        let reason = body["reason"]?.text ?? ""
        guard body == EvidenceItem.exclusion(of: piece.id, reason: reason) else { throw malformed("exclusion") }
        if reason.isEmpty { throw CaseFileRefusal(.missing, "不予采信的理由") }
        try bound(reason, "理由")
    }
}

extension CaseFold {
    /// The pieces of evidence that a weighing cites are there and count.
    func checkCited(_ request: DiscretionRequest) throws(CaseFileRefusal) {
        for number in request.choices.flatMap(\.evidence) {
            guard let piece = evidence.first(where: { String($0.number) == number }) else {
                throw CaseFileRefusal(.unknown, "证据 \(number)")
            }
            if piece.excluded != nil { throw CaseFileRefusal(.excluded, number) }
        }
    }
}
