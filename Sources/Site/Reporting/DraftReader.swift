import Accounts
import Catalog
import Reporting
import Standards

/// Makes the parts of a draft's page.
struct DraftReader {
    let draft: Draft
    let sheet: DraftSheet
    let words: DraftWords
    let context: PageContext
    let course: DraftCourse
    /// Who looks; nil for somebody without an account.
    let person: DraftPerson?

    init(_ draft: Draft, _ sheet: DraftSheet, _ words: DraftWords, in context: PageContext) {
        self.draft = draft
        self.sheet = sheet
        self.words = words
        self.context = context
        course = DraftCourse(draft: draft, way: sheet.way)
        person =
            context.moment == nil
            ? try? DraftPeople.accounts.acting(context.services.actor, context.today, context.connection) : nil
    }

    var subtitle: String {
        let edition = draft.corrects.map { "更正台账第 \($0) 条封存的定稿：\(draft.reason)" } ?? "首次编制"
        return "\(edition)　起草人 \(words.name(draft.person))　数据确认截止 \(draft.confirmBy)"
    }

    var stages: [DraftPage.Stage] {
        let place = Draft.order(draft.stage)
        return sheet.way.stages.map { stage in
            DraftPage.Stage(
                name: stage.stage.rawValue, isCurrent: stage.stage == draft.stage,
                isPassed: Draft.order(stage.stage) < place)
        }
    }

    var deadlines: [DraftPage.Deadline] {
        DraftDeadline.all(of: draft, sheet.way).map { deadline in
            DraftPage.Deadline(
                text: deadline.text(on: context.today), isLate: (deadline.done ?? context.today) > deadline.day)
        }
    }

    var hindrances: [String] {
        if draft.sealed != nil { return [] }
        let first = draft.stage == .drafting ? sheet.hindranceToSubmit : sheet.hindranceToSign
        return [first.map { words.text($0.message) }].compactMap(\.self)
    }

    /// Whether the visitor holds one of some posts.
    func holds(_ roles: [String]) -> Bool { person.map { !$0.roles.isDisjoint(with: roles) } ?? false }

    func slots(_ typed: (slot: String, text: String)?) throws -> [DraftPage.Slot] {
        let drafters = sheet.way.roles(at: .drafting)
        return sheet.definition.slots.map { slot in
            let versions = draft.texts[slot.id] ?? []
            let people = versions.map {
                "\(words.name($0.person)) \(Instant(milliseconds: $0.milliseconds).minuteText)"
            }
            let text = versions.last?.text ?? ""
            return DraftPage.Slot(
                id: slot.id, title: slot.title, hint: slot.hint, post: words.posts([slot.role ?? drafters.first ?? ""]),
                text: typed?.slot == slot.id ? typed?.text ?? "" : text,
                followsText: String(versions.last?.sequence ?? 0), isOptional: slot.isOptional,
                isEditable: draft.stage == .drafting && holds([slot.role].compactMap(\.self) + drafters),
                authors: people.isEmpty ? nil : "共 \(people.count) 稿：\(people.joined(separator: "；"))",
                isMissing: text.isEmpty && !slot.isOptional)
        }
    }

    var mayState: Bool {
        draft.stage == .drafting
            && holds(sheet.way.roles(at: .drafting) + sheet.definition.slots.compactMap(\.role))
    }

    func values() throws -> [DraftPage.Value] {
        draft.values.values.sorted { $0.name < $1.name }.map { value in
            DraftPage.Value(
                name: value.name, valueText: value.value + value.unit, home: value.home.word, source: value.source,
                person: words.name(value.person), isRemovable: mayState)
        }
    }

    func sections() throws -> [DraftPage.Section] {
        let isOpen = Draft.order(draft.stage) <= Draft.order(.signing)
        return sheet.sections.map { section in
            let isProvided = section.lines.allSatisfy { [.provided, .confirmed].contains($0.standing) }
            let isLate = !section.isConfirmed && isOpen && context.today > draft.confirmBy
            let own = isOpen && holds([section.role])
            let review = isOpen && isProvided && !section.isConfirmed && holds([section.role] + sheet.way.reviewers)
            return DraftPage.Section(
                role: section.role, title: words.post(section.role),
                standing: section.isConfirmed ? "已确认" : section.openWords,
                tone: section.isConfirmed ? "better" : isLate ? "worse" : "plain",
                lateText: isLate ? "逾期未确认（截止 \(draft.confirmBy)）：\(words.holders(of: section.role))" : nil,
                lines: section.lines.map { line($0) }, canProvide: own && !isProvided, canReview: review,
                canDispute: own, hasForm: own || review)
        }
    }

    private func line(_ line: DraftSection.Line) -> DraftPage.Line {
        func who(_ answer: DraftAnswer?) -> String {
            answer.map { "\(words.name($0.person)) \(Instant(milliseconds: $0.milliseconds).minuteText)" } ?? "—"
        }
        return DraftPage.Line(
            title: FigureWords.label(of: line.figure, in: context), value: line.figure.screenTextWithUnit,
            href: SiteURL.figure(line.figure.request).asOf(context.asOf).path, standing: line.standing.rawValue,
            tone: line.standing == .confirmed
                ? "better" : [.disputed, .changed].contains(line.standing) ? "worse" : "plain",
            provided: who(line.provided), reviewed: who(line.reviewed),
            fieldName: "printed \(line.figure.request.path) \(line.figure.printedWithUnit)",
            disputeText: line.disputed.map { "\(words.name($0.person))：\($0.reason)" })
    }

    var identities: [DraftPage.Identity] {
        sheet.identities.map { finding in
            DraftPage.Identity(
                title: finding.identity.header.title, text: finding.text, standing: finding.holds ? "成立" : "不成立",
                tone: finding.holds ? "better" : "worse")
        }
    }

    var deeds: [DraftPage.Deed] {
        course.offers.filter { holds($0.roles) }.map { offer in
            DraftPage.Deed(
                name: offer.deed.rawValue, posts: words.posts(offer.roles),
                fields: offer.deed.facts.map { fact in
                    let isAsked = offer.deed == .sendBack && fact == .words
                    return DraftPage.Field(
                        name: fact.rawValue, label: fact.title, inputType: fact == .day ? "date" : "text",
                        isRequired: isAsked || !fact.isOptional, isChoice: !fact.choices.isEmpty,
                        isLong: fact == .words,
                        choices: fact.choices, value: fact == .day ? context.today.description : "")
                })
        }
    }

    var maySeal: Bool {
        draft.stage == .sealing && holds(sheet.way.roles(at: .sealing)) && context.services.sign != nil
            && context.services.visitor.may(SealActions.seal)
    }

    var sealHindrance: String? {
        guard draft.stage == .sealing, !maySeal else { return nil }
        if context.services.sign == nil { return "本服务没有台账签名密钥，不能用印封存。" }
        return "用印由\(words.posts(sheet.way.roles(at: .sealing)))办理。"
    }

    func log() throws -> [DraftPage.Entry] {
        draft.moves.reversed().map { move in
            let facts = DraftFact.allCases.compactMap { fact in
                move.facts[fact].flatMap { $0.isEmpty ? nil : "\(fact.title)：\($0)" }
            }
            let name = move.deed?.rawValue ?? "用印，定稿封存"
            return DraftPage.Entry(
                time: Instant(milliseconds: move.milliseconds).minuteText, person: words.name(move.person),
                words: move.from == move.to ? name : "\(name)，到“\(move.to.rawValue)”",
                details: facts.isEmpty ? nil : facts.joined(separator: "；"),
                recordHref: SiteURL.record(move.sequence).path)
        }
    }
}
