import Accounts
import Casework
import Dossier
import Records
import Standards
import Storage

extension StepPage {
    /// - Parameter attempt: a refused form whose content stays; nil at first.
    init(_ id: String, _ name: String, _ attempt: StepAttempt?, error: String?, in context: PageContext) throws {
        let reading = try MatterReading(id, in: context)
        let matter = reading.matter
        guard let action = matter.procedure.action(name) else {
            throw SiteError(.unknownObject, subject: "步骤", detail: name)
        }
        let names = try CaseworkNames(in: context)
        let candidates = try StepCandidates(in: context)
        let complete = try PaperStore.complete(reading.row.id, in: context.connection)
        let forms = try context.casework.forms
        let isFirst = attempt == nil
        let chosenPapers = Set(attempt?.papers ?? [])
        let required = action.requiredPapers
        self.init(
            frame: PageFrame(
                "办理：\(name)", in: context, at: .matters,
                path: [Breadcrumb(label: reading.row.title, href: SiteURL.matter(reading.row.id).path)]),
            matterTitle: reading.row.title, matterHref: SiteURL.matter(reading.row.id).path, name: name,
            basis: action.basis.text(on: context.today), roles: names.posts(action.roles), effects: action.effects,
            action: SiteURL(.matterStep, ["matter": id, "action": name]).path,
            token: context.services.formToken.text,
            // What was on screen first stays what the person decides on, until they look again.
            follows: String(reading.row.sequence), error: error,
            inputs: Self.inputs(action, matter, attempt),
            officers: action.leastOfficers == 0
                ? []
                : candidates.officers.map { officer in
                    Officer(
                        value: officer.value, label: officer.label,
                        isChosen: attempt?.officers.contains(officer.value) ?? false)
                },
            papers: action.documents.map { document in
                let form = forms.form(ofDocument: document, on: context.today)
                let isComplete = complete.contains(document)
                return PaperChoice(
                    name: document,
                    isChosen: isFirst
                        ? isComplete || form == nil && required.contains(document) : chosenPapers.contains(document),
                    state: form == nil ? nil : isComplete ? "已签" : "未签",
                    href: form == nil || isComplete
                        ? nil : SiteURL(.newPaper, ["matter": id], query: [("document", document)]).path,
                    isRequired: required.contains(document))
            },
            confirmations: Self.confirmations(action, attempt, candidates, names, in: context),
            clockDays: Self.clockDays(action, matter, attempt), backfillInputs: Self.backfill(attempt, context.now),
            isBackfill: attempt?.isBackfill ?? false)
    }

    private static func inputs(
        _ action: ProcedureAction, _ matter: Matter, _ attempt: StepAttempt?
    ) -> [FormInput] {
        action.form.enumerated().map { index, name in
            let fact = matter.procedure.fact(name)
            let kind = fact?.kind ?? .text
            let known = matter.facts[name].map(\.typed) ?? ""
            return FormInput(
                StepAttempt.Field.fact(index), name, FormInput.Kind(kind),
                value: attempt?.fact(index) ?? known, isRequired: fact?.isOptional != true,
                hint: kind == .money ? "元" : nil)
        }
    }

    private static func confirmations(
        _ action: ProcedureAction, _ attempt: StepAttempt?, _ candidates: StepCandidates, _ names: CaseworkNames,
        in context: PageContext
    ) -> [Confirmation] {
        let instead = Set(
            action.guards.compactMap { guardian -> String? in
                if case .checked(_, _, let unless) = guardian { unless?.name } else { nil }
            })
        return action.attestations.enumerated().map { index, attestation in
            let chosen =
                attempt?.text(StepAttempt.Field.person(index)) ?? candidates.own(in: attestation.roles, context)
            return Confirmation(
                name: attestation.name, words: attestation.words, basis: attestation.basis.text(on: context.today),
                roles: names.posts(attestation.roles), isOptional: instead.contains(attestation.name),
                people: [ReviewForm.Choice(value: "", label: "（不确认）", isChosen: chosen.isEmpty)]
                    + candidates.people(in: attestation.roles).map {
                        ReviewForm.Choice(
                            value: $0.id, label: "\(names.person($0.id))（\(names.post($0.role))）",
                            isChosen: $0.id == chosen)
                    }, personField: StepAttempt.Field.person(index), reasonField: StepAttempt.Field.words(index),
                reason: attempt?.text(StepAttempt.Field.words(index)) ?? "")
        }
    }

    private static func clockDays(
        _ action: ProcedureAction, _ matter: Matter, _ attempt: StepAttempt?
    ) -> [FormInput] {
        action.startedClocks.enumerated().flatMap { index, name -> [FormInput] in
            guard let clock = matter.procedure.clock(name) else { return [] }
            var inputs = [
                FormInput(
                    StepAttempt.Field.day(index), "“\(name)”起算日：\(clock.event)", .date,
                    value: attempt?.text(StepAttempt.Field.day(index)) ?? "", isRequired: clock.kind == .before,
                    hint: "不填则为办理之日")
            ]
            if !clock.variants.isEmpty {
                inputs.append(
                    FormInput(
                        StepAttempt.Field.variant(index), "“\(name)”的情形", .choice(clock.variants.map(\.name)),
                        value: attempt?.text(StepAttempt.Field.variant(index)) ?? "", isRequired: false))
            }
            return inputs
        }
    }

    /// The fields of 补录.
    static func backfill(_ attempt: StepAttempt?, _ now: Instant) -> [FormInput] {
        let field = StepAttempt.Field.self
        return [
            FormInput(
                field.happened, "办理时间", .moment, value: attempt?.text(field.happened) ?? "", isRequired: false),
            FormInput(
                field.reason, "补录原因", .line, value: attempt?.text(field.reason) ?? "", isRequired: false,
                hint: "如：现场无网络，纸质办理"),
            FormInput(
                field.papers, "能证明办理时间的材料", .long, value: attempt?.text(field.papers) ?? "", isRequired: false,
                hint: "一行一件"),
        ]
    }
}

extension FormInput.Kind {
    init(_ kind: FactKind) {
        switch kind {
        case .money: self = .money
        case .date: self = .date
        case .flag: self = .choice(["是", "否"])
        case .text: self = .line
        case .choice(let words): self = .choice(words)
        case .choices(let words): self = .choices(words)
        }
    }
}

extension FactValue {
    /// As it stands in a field.
    var typed: String {
        switch self {
        case .money(let fen): Self.yuan(fen)
        case .date(let day): day.description
        case .flag(let flag): flag ? "是" : "否"
        case .text(let text): text
        }
    }

    /// An amount of 分 in 元, as fields have it: 20000 or 0.50.
    static func yuan(_ fen: Int64) -> String {
        let cents = fen % 100
        return cents == 0 ? "\(fen / 100)" : "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
