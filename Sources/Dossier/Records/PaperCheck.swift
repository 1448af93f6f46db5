import Accounts
import Casework
import Catalog
import Ledger
import Records
import Standards
import Storage

/// What must hold of anything that is done with a paper, inside the transaction that writes it.
struct PaperCheck {
    /// Longer texts stand in no paper.
    static let greatestTextLength = 20_000
    private static let scanForms = ["pdf", "jpeg", "png"]

    let connection: ReadConnection
    let catalog: RuleCatalog
    let today: CivilDate
    let actor: Actor

    /// - Throws: `PaperRefusal`, `RecordsError`, `CatalogError`.
    static func check(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        guard let event = PaperEvent(action.body), let id = action.body["paper"]?.text else {
            throw RecordsError(.invalid, field: "body", detail: action.name)
        }
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        let check = PaperCheck(connection: connection, catalog: catalog, today: today, actor: action.actor)
        let paper = PaperID(rawValue: id)
        let made = PaperActions.action(
            event, of: paper, in: MatterID(rawValue: action.subject), follows: action.body["follows"]?.integer,
            people: action.personal, by: action.actor)
        // A body that says more than its event, or another action's, is refused.
        guard made.name == action.name, made.body == action.body else {
            throw RecordsError(.invalid, field: "body", detail: action.name)
        }
        guard try MatterStore.matter(MatterID(rawValue: action.subject), in: connection) != nil else {
            throw PaperRefusal(.unknownMatter)
        }
        _ = try check.person()
        try check.check(
            event, of: paper, in: action.subject, follows: action.body["follows"]?.integer, people: action.personal)
    }

    /// Who acts, by account.
    func person() throws -> (id: String, roles: [String]) {
        guard let account = try AccountStore.account(actor.id, in: connection), !account.isDisabled else {
            throw RecordsError(.notPermitted, field: "actor", detail: actor.id)
        }
        guard let absent = actor.actingFor else { return (account.person, account.roles) }
        let represented = try AccountStore.accounts(representedBy: account.person, on: today, in: connection)
        guard let other = represented.first(where: { $0.login == absent }) else {
            throw RecordsError(.notPermitted, field: Action.actingFor, detail: absent)
        }
        return (account.person, other.roles)
    }

    private func check(
        _ event: PaperEvent, of id: PaperID, in matter: String, follows: Int64?, people: [String: String]
    ) throws {
        let known = try PaperStore.paper(id, in: connection)
        if let known {
            guard known.matter.rawValue == matter else { throw PaperRefusal(.unknownPaper) }
            guard follows == known.last else { throw PaperRefusal(.moved, try changes(of: known, since: follows)) }
            if known.paper.isSpoiled { throw PaperRefusal(.alreadySpoiled) }
        }
        switch event {
        case .written(let writing): try checkWriting(writing, id, known, people)
        case .numbered(let series, let year, let ordinal, let number):
            try checkNumber(try demand(known), series, year, ordinal, number)
        case .signed(let part, let person, let role, let completes):
            let due = try signature(of: try demand(known), part: part)
            guard due == .signed(part: part, person: person, role: role, completes: completes) else {
                throw RecordsError(.invalid, field: "person", detail: person)
            }
        case .completed(let completing): try checkCompleting(completing, try demand(known))
        case .spoiled(let reason):
            _ = try demand(known, orComplete: true)
            if reason.isEmpty { throw PaperRefusal(.reasonMissing) }
            if reason.count > Self.greatestTextLength { throw PaperRefusal(.tooLong, ["作废原因"]) }
        }
    }

    private func demand(_ known: StoredPaper?, orComplete: Bool = false) throws -> StoredPaper {
        guard let known else { throw PaperRefusal(.unknownPaper) }
        if known.paper.completion != nil, !orComplete { throw PaperRefusal(.alreadyComplete) }
        return known
    }

    /// What others did to the paper since, in words.
    private func changes(of known: StoredPaper, since sequence: Int64?) throws -> [String] {
        let new = known.revisions.filter { $0.sequence > sequence ?? 0 }.map { "\($0.author)写了第\($0.number)稿" }
        let signed = known.signatures.filter { $0.sequence > sequence ?? 0 }.map { "“\($0.part)”已签" }
        let found = new + signed
        return found.isEmpty ? ["已编号、签署或者作废"] : found
    }

    func form(of paper: CasePaper) throws -> PaperForm {
        let versions = catalog.files(under: PaperForm.folder).filter { $0.header.id == paper.form }
        guard let file = versions.last(where: { $0.header.effective.from == paper.formVersion }) else {
            throw PaperRefusal(.unknownForm, [paper.form])
        }
        let reader = RuleReader(file)
        let form = PaperForm(file, with: reader)
        try reader.finish()
        return form
    }
}

extension PaperCheck {
    private func checkWriting(
        _ writing: PaperEvent.Writing, _ id: PaperID, _ known: StoredPaper?, _ people: [String: String]
    ) throws {
        let day = writing.day ?? today
        guard let form = try? PaperForm.inForce(writing.form, in: catalog, on: day),
            form.version == writing.formVersion, form.documents.contains(writing.document)
        else { throw PaperRefusal(.unknownForm, [writing.form]) }
        if day > today { throw PaperRefusal(.dayWrong, ["落款日期\(day)晚于今日"]) }
        if let known {
            guard known.paper.form == writing.form, known.paper.document == writing.document else {
                throw PaperRefusal(.unknownForm, [writing.document])
            }
            if known.paper.completion != nil { throw PaperRefusal(.alreadyComplete) }
        } else {
            guard MintedID.isID(id.rawValue) else { throw RecordsError(.invalid, field: "paper", detail: id.rawValue) }
        }
        for (name, value) in writing.values.sorted(by: { $0.key < $1.key }) {
            guard let element = form.element(name), !element.isPersonal else {
                throw PaperRefusal(.elementWrong, [name])
            }
            guard value.isEmpty || value.fits(element.kind) else { throw PaperRefusal(.elementWrong, [name]) }
            if value.canonicalText.count > Self.greatestTextLength { throw PaperRefusal(.tooLong, [name]) }
        }
        guard Set(people.keys) == Set(writing.people.keys) else {
            throw RecordsError(.invalid, field: "people", detail: "")
        }
        for (field, name) in writing.people.sorted(by: { $0.key < $1.key }) {
            guard form.element(name)?.isPersonal == true else { throw PaperRefusal(.elementWrong, [name]) }
            if people[field]?.count ?? 0 > Self.greatestTextLength { throw PaperRefusal(.tooLong, [name]) }
        }
    }

    private func checkNumber(
        _ known: StoredPaper, _ name: String, _ year: Int, _ ordinal: Int, _ number: String
    ) throws {
        let due = try self.number(for: known)
        guard due == .numbered(series: name, year: year, ordinal: ordinal, number: number) else {
            // Somebody else was given it a moment ago.
            throw RecordsError(.superseded, field: "ordinal", detail: "\(ordinal)")
        }
    }

    /// The number that a paper is to get now.
    func number(for known: StoredPaper) throws -> PaperEvent {
        if let number = known.paper.number { throw PaperRefusal(.alreadyNumbered, [number]) }
        let form = try form(of: known.paper)
        guard let name = form.series else { throw PaperRefusal(.unnumbered) }
        let missing = form.missing(in: known.paper)
        guard missing.isEmpty, let day = known.paper.day else { throw PaperRefusal(.incomplete, missing) }
        guard let series = try NumberSeries.all(catalog, on: day).first(where: { $0.name == name }) else {
            throw PaperRefusal(.unknownForm, ["文号系列“\(name)”"])
        }
        let ordinal = try PaperStore.next(series, year: day.year, in: connection)
        return .numbered(
            series: name, year: day.year, ordinal: ordinal, number: series.text(ordinal, year: day.year))
    }

    /// The signature that the actor gives as a part.
    func signature(of known: StoredPaper, part: String) throws -> PaperEvent {
        let form = try demandWhole(known)
        guard let signer = form.signers.first(where: { $0.part == part }) else {
            throw PaperRefusal(.unknownPart, [part])
        }
        guard form.signers.allSatisfy({ !$0.roles.isEmpty }) else { throw PaperRefusal(.paperOnly) }
        let (person, roles) = try person()
        guard let role = signer.roles.first(where: roles.contains) else { throw PaperRefusal(.notInPost, [part]) }
        let standing = known.standingSignatures
        if standing.contains(where: { $0.part == part && $0.person == person }) {
            throw PaperRefusal(.signedAlready, [part])
        }
        let completes = form.signers.allSatisfy { other in
            let given = Set(standing.filter { $0.part == other.part }.map(\.person))
            return given.union(other.part == part ? [person] : []).count >= other.least
        }
        return .signed(part: part, person: person, role: role, completes: completes)
    }

    /// A paper in which nothing is missing.
    private func demandWhole(_ known: StoredPaper) throws -> PaperForm {
        let form = try form(of: known.paper)
        let missing = form.missing(in: known.paper)
        if !missing.isEmpty { throw PaperRefusal(.incomplete, missing) }
        if form.series != nil, known.paper.number == nil { throw PaperRefusal(.notNumbered) }
        return form
    }

    private func checkCompleting(_ done: PaperEvent.Completing, _ known: StoredPaper) throws {
        let form = try demandWhole(known)
        guard done.way != .electronic else { throw PaperRefusal(.paperOnly) }
        guard let scan = done.scan, scan.id.rawValue.utf8.count == 64, scan.size > 0,
            Self.scanForms.contains(scan.form)
        else { throw PaperRefusal(.scanMissing) }
        // What comes from outside was printed by others.
        if form.kind == .outside { return try checkDay(done, known) }
        guard let revision = known.revision(withCode: done.code) else { throw PaperRefusal(.foreignScan) }
        guard revision == known.paper.revision, revision == done.revision else {
            throw PaperRefusal(.otherRevision, ["第\(revision)稿，现为第\(known.paper.revision)稿"])
        }
        try checkDay(done, known)
        let refuses = done.way == .refused
        if refuses, done.note.isEmpty || !done.signers.contains(where: { $0.part == "见证人" }) {
            throw PaperRefusal(.witnessMissing)
        }
        let outsiders = ["当事人", "被询问人", "受送达人"]
        let missing = form.signers.filter { signer in
            if refuses, outsiders.contains(signer.part) { return false }
            return done.signers.count { $0.part == signer.part } < signer.least
        }
        if !missing.isEmpty {
            throw PaperRefusal(.signersMissing, missing.map { $0.least > 1 ? "\($0.part)\($0.least)人" : $0.part })
        }
        guard form.signers.contains(where: \.signsEachPage) else { return }
        guard done.pages > 0, refuses || done.signedPages == done.pages else {
            throw PaperRefusal(.pagesUnsigned, ["共\(done.pages)页，签名\(done.signedPages)页"])
        }
    }

    private func checkDay(_ done: PaperEvent.Completing, _ known: StoredPaper) throws {
        if done.day > today || done.day < known.paper.day ?? done.day {
            throw PaperRefusal(.dayWrong, ["签署日期\(done.day)"])
        }
    }
}
