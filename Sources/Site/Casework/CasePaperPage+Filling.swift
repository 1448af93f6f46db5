import Casework
import Catalog
import Documents
import Dossier
import Law
import Records
import Standards
import Storage

extension CasePaperPage {
    /// How a paper stands, in words and by tone.
    static func state(_ stored: StoredPaper) -> (text: String, tone: String) {
        let paper = stored.paper
        if let reason = paper.spoiled { return ("已作废：\(reason)", "bad") }
        if let done = paper.completion { return ("\(done.way.rawValue)，\(done.day)", "done") }
        if !stored.standingSignatures.isEmpty { return ("签署中（\(stored.standingSignatures.count) 人已签）", "warn") }
        return (paper.number == nil ? "草稿" : "待签字盖章", "warn")
    }

    /// A paper to be begun, filled from the case file.
    init(
        new document: String, of id: String, _ attempt: PaperAttempt?, error: String?, in context: PageContext
    ) throws {
        let file = try Self.file(id, in: context)
        let book = try context.casework.forms
        guard let form = book.form(ofDocument: document, on: context.today) else {
            throw SiteError(.unknownObject, subject: "文书格式", detail: document)
        }
        let filling = FormFilling(
            form, from: file, bureau: try BureauProfile(context.catalog, on: context.today),
            violations: try ViolationBook(context.catalog), names: try CaseworkNames(in: context).byID,
            on: context.today)
        let inputs = Self.inputs(form, attempt) { element in
            guard let entry = filling.entries[element.name] else { return ("", nil) }
            return (entry.value.typed, "来自\(entry.origin)")
        }
        let day = attempt?.day ?? context.today.description
        try self.init(
            id, form, document, nil, inputs: inputs, day: day, error: error,
            missing: form.missing(in: filling.entries.mapValues(\.value)), matterTitle: file.title, in: context)
    }

    /// A paper on record.
    init(_ paper: String, of id: String, _ attempt: PaperAttempt?, error: String?, in context: PageContext) throws {
        let file = try Self.file(id, in: context)
        let stored = try Self.stored(paper, of: id, in: context)
        let form = try Self.form(of: stored, in: context)
        let values = stored.paper.values
        let inputs = Self.inputs(form, attempt) { element in (values[element.name]?.typed ?? "", nil) }
        try self.init(
            id, form, stored.paper.document, stored, inputs: inputs,
            day: attempt?.day ?? stored.paper.day?.description ?? "", error: error,
            missing: form.missing(in: stored.paper), matterTitle: file.title, in: context)
    }

    private init(
        _ id: String, _ form: PaperForm, _ document: String, _ stored: StoredPaper?, inputs: [FormInput], day: String,
        error: String?, missing: [String], matterTitle: String, in context: PageContext
    ) throws {
        let names = try CaseworkNames(in: context)
        let matter = MatterID(rawValue: id)
        let mayAct = context.services.visitor.may(CaseworkActions.act)
        let isOpen = mayAct && stored?.paper.completion == nil && stored?.paper.isSpoiled != true
        let parts = ["matter": id, "paper": stored?.paper.id.rawValue ?? ""]
        let isWhole = stored != nil && missing.isEmpty && (form.series == nil || stored?.paper.number != nil)
        let crumbs = [Breadcrumb(label: matterTitle, href: SiteURL.matter(matter).path)]
        frame = PageFrame(document, in: context, at: .matters, path: crumbs)
        name = document
        self.matterTitle = matterTitle
        matterHref = SiteURL.matter(matter).path
        (standing, tone) = stored.map(Self.state) ?? ("尚未保存", "calm")
        facts = Self.facts(form, stored)
        self.error = error
        token = context.services.formToken.text
        follows = stored.map { String($0.last) } ?? ""
        self.missing = missing
        let saving = stored == nil ? SiteURL(.newPaper, ["matter": id]).path : SiteURL(.casePaper, parts).path
        edit =
            isOpen
            ? Edit(
                action: saving, document: document, day: day, inputs: inputs,
                button: stored == nil ? "保存草稿" : "保存为第\((stored?.paper.revision ?? 0) + 1)稿") : nil
        preview =
            form.kind == .outside ? nil : try stored.map { try Self.preview($0, form, isDraft: !isWhole, in: context) }
        docxHref = stored == nil || form.kind == .outside ? nil : SiteURL(.casePaperDocx, parts).path
        scanHref = stored?.scan == nil ? nil : SiteURL(.casePaperScan, parts).path
        let asksNumber = isOpen && form.series != nil && stored != nil && stored?.paper.number == nil
        numberAction = asksNumber && missing.isEmpty ? SiteURL(.casePaperNumber, parts).path : nil
        let electronic = form.signers.allSatisfy { !$0.roles.isEmpty }
        signParts =
            isOpen && isWhole && electronic && form.kind != .outside
            ? form.signers.filter { context.services.visitor.holds($0.roles) }.map { SignPart(part: $0.part) } : []
        signAction = signParts.isEmpty ? nil : SiteURL(.casePaperSignature, parts).path
        back =
            isOpen && isWhole
            ? Back(
                action: SiteURL(.casePaperReturn, parts).path, day: context.today.description,
                signers: form.signers.enumerated().map { index, signer in
                    SignerField(name: "signed-\(index)", label: signer.part, least: signer.least)
                }, asksPages: form.signers.contains(where: \.signsEachPage),
                asksCode: form.kind != .outside) : nil
        spoilAction =
            mayAct && stored != nil && stored?.paper.isSpoiled == false ? SiteURL(.casePaperSpoil, parts).path : nil
        revisions =
            stored?.revisions.reversed().map { revision in
                LabelledText(
                    label: "第\(revision.number)稿", value: "\(revision.author)　\(revision.written.minuteText)",
                    href: SiteURL.record(revision.sequence).path)
            } ?? []
        signatures =
            stored?.signatures.map { signature in
                LabelledText(
                    label: signature.part,
                    value: "\(names.person(signature.person))　\(signature.signed.minuteText)　第\(signature.revision)稿",
                    href: SiteURL.record(signature.sequence).path)
            } ?? []
    }

    private static func facts(_ form: PaperForm, _ stored: StoredPaper?) -> [LabelledText] {
        var facts = [
            LabelledText(label: "格式", value: "\(form.title)（\(form.version) 版）", href: SiteURL.rule(form.id).path)
        ]
        guard let stored else { return facts }
        facts.append(
            LabelledText(label: "文号", value: stored.paper.number ?? (form.series == nil ? "不编号" : "未编号"), href: nil))
        facts.append(LabelledText(label: "落款日期", value: stored.paper.day?.description ?? "未填", href: nil))
        facts.append(LabelledText(label: "校验码", value: stored.paper.code.text, href: nil))
        if let done = stored.paper.completion {
            let signers = done.signers.map(\.part).joined(separator: "、")
            facts.append(
                LabelledText(label: "签署", value: "\(signers)　\(done.day)", href: SiteURL.record(done.sequence).path))
            if !done.note.isEmpty { facts.append(LabelledText(label: "注明", value: done.note, href: nil)) }
        }
        return facts
    }

    private static func inputs(
        _ form: PaperForm, _ attempt: PaperAttempt?, _ known: (PaperElement) -> (value: String, origin: String?)
    ) -> [FormInput] {
        form.elements.enumerated().map { index, element in
            let filled = known(element)
            return FormInput(
                PaperAttempt.field(index), element.name, FormInput.Kind(element.kind),
                value: attempt?.text(index) ?? filled.value, isRequired: element.isRequired,
                hint: element.hint ?? (element.kind == .list ? "一行一项" : nil), origin: filled.origin)
        }
    }

    /// The paper as the browser shows it.
    private static func preview(
        _ stored: StoredPaper, _ form: PaperForm, isDraft: Bool, in context: PageContext
    ) throws -> String {
        let paper = try printed(stored, form, isDraft: isDraft, in: context)
        return try HTMLRenderer(titleLevel: 2, idPrefix: "paper-").render(paper)
    }

    static func printed(
        _ stored: StoredPaper, _ form: PaperForm, isDraft: Bool, in context: PageContext
    ) throws -> Paper {
        let profile = try BureauProfile(context.catalog, on: context.today)
        let printing = FormPrinting(
            form, stored.paper, bureau: profile["name"] ?? context.bureauName, isDraft: isDraft)
        return try printing.paper(created: stored.revisions.last.map { "\($0.written)" })
    }

    static func file(_ id: String, in context: PageContext) throws -> CaseFile {
        let file = try CaseFileStore.file(
            of: MatterID(rawValue: id), catalog: context.catalog, now: context.now, in: context.connection)
        guard let file else { throw SiteError(.unknownObject, subject: "办件", detail: id) }
        return file
    }

    static func stored(_ paper: String, of id: String, in context: PageContext) throws -> StoredPaper {
        let found = try PaperStore.paper(PaperID(rawValue: paper), in: context.connection)
        guard let found, found.matter.rawValue == id else {
            throw SiteError(.unknownObject, subject: "文书", detail: paper)
        }
        return found
    }

    static func form(of stored: StoredPaper, in context: PageContext) throws -> PaperForm {
        let book = try context.casework.forms
        guard let form = book.form(stored.paper.form, version: stored.paper.formVersion) else {
            throw SiteError(.unknownObject, subject: "文书格式", detail: stored.paper.form)
        }
        return form
    }
}

extension FormInput.Kind {
    init(_ kind: PaperElement.Kind) {
        switch kind {
        case .text: self = .line
        case .longText, .list: self = .long
        case .money: self = .money
        case .date: self = .date
        case .moment: self = .moment
        case .flag: self = .choice(["是", "否"])
        case .choice(let words): self = .choice(words)
        }
    }
}

extension PaperValue {
    /// As it stands in a field.
    var typed: String {
        switch self {
        case .text(let text): text
        case .money(let fen): FactValue.yuan(fen)
        case .date(let day): day.description
        case .moment(let moment): String(moment.description.prefix("2026-11-27T09:30".count))
        case .flag(let flag): flag ? "是" : "否"
        case .list(let entries): entries.joined(separator: "\n")
        }
    }

    /// Reads what was typed; nil where it is nothing of the kind.
    init?(typed: String, kind: PaperElement.Kind) {
        switch kind {
        case .text, .longText, .choice: self = .text(typed)
        case .money:
            guard let money = Money(yuan: typed) else { return nil }
            self = .money(money.fen)
        case .date:
            guard let day = CivilDate(typed) else { return nil }
            self = .date(day)
        case .moment:
            guard let moment = StepAttempt.moment(typed) else { return nil }
            self = .moment(moment)
        case .flag: self = .flag(typed == "是")
        case .list: self = .list(StepAttempt.lines(typed))
        }
    }
}
