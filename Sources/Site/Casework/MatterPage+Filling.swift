import Accounts
import Casework
import Catalog
import Dossier
import Law
import Records
import Standards
import Storage

extension MatterPage {
    init(_ id: String, asOf: Int64?, notice: String?, in context: PageContext) throws {
        let connection = context.connection
        let matterID = MatterID(rawValue: id)
        let stored = try MatterStore.history(of: matterID, asOf: asOf, in: connection)
        guard let row = try MatterStore.matter(matterID, asOf: asOf, in: connection), !stored.isEmpty else {
            throw SiteError(.unknownObject, subject: "办件", detail: id)
        }
        let names = try CaseworkNames(in: context)
        let engine = try context.casework.engine
        let matter = try engine.matter(stored.map(\.entry), now: context.now)
        let isPast = asOf != nil
        let mayAct = !isPast && context.services.visitor.may(CaseworkActions.act)
        let papers = try PaperStore.papers(of: matterID, asOf: asOf, in: connection)
        var opening: MatterOpening?
        if case .opened(let found)? = stored.first?.entry.act { opening = found }
        self.init(
            frame: PageFrame(row.title, in: context, at: .matters, notice: notice), title: row.title,
            subtitle: matter.procedure.header.title,
            facts: Self.facts(row, matter, opening, names), stages: Self.stages(matter),
            clocks: matter.clocks.map { ClockBar($0, names, now: context.now) },
            offers: matter.isOver && matter.offers.isEmpty
                ? [] : matter.offers.map { Self.offer($0, id, names, mayAct: mayAct, in: context) },
            acts: mayAct && matter.mergedInto == nil
                ? MatterActKind.open(in: matter).map { act in
                    TextLink(label: act.title, href: SiteURL.matterAct(matterID, act).path)
                } : [],
            papers: papers.map { Self.paper($0, id) },
            newPapers: mayAct ? try Self.newPapers(matter, id, in: context) : [],
            stated: matter.facts.sorted { $0.key < $1.key }.map { name, value in
                LabelledText(label: name, value: value.screen, href: nil)
            },
            payment: try Self.payment(matter, in: context), related: try Self.related(matterID, opening, in: context),
            log: stored.reversed().map { Self.entry($0, matter, names) },
            sections: [
                TextLink(label: "当事人", href: SiteURL.caseParties(matterID).path),
                TextLink(label: "违法行为与裁量", href: SiteURL.caseCharges(matterID).path),
                TextLink(label: "证据", href: SiteURL.caseEvidence(matterID).path),
                TextLink(label: "公开", href: SiteURL.caseDisclosure(matterID).path),
                TextLink(label: "案卷评查", href: SiteURL(.matterScore, ["matter": id]).path),
            ],
            fileHref: SiteURL(.matterPapers, ["matter": id]).path,
            readOnlyText: isPast ? "这是台账第 \(asOf ?? 0) 条记录时的状态，只供查看。" : nil)
    }

    private static func facts(
        _ row: MatterRow, _ matter: Matter, _ opening: MatterOpening?, _ names: CaseworkNames
    ) -> [LabelledText] {
        var facts = [
            LabelledText(label: "现状态", value: matter.state + (matter.isOver ? "（已结）" : ""), href: nil),
            LabelledText(
                label: "承办",
                value: matter.handler.map { "\(names.person($0.person))（\(names.post($0.role))）" } ?? "未指定",
                href: nil),
        ]
        if !matter.coHandlers.isEmpty {
            facts.append(
                LabelledText(
                    label: "协办", value: matter.coHandlers.map { names.person($0.person) }.joined(separator: "、"),
                    href: nil))
        }
        facts += [
            LabelledText(label: "单位", value: names.unit(row.unit), href: nil),
            LabelledText(label: "开始", value: row.opened.minuteText, href: nil),
            LabelledText(
                label: "程序", value: "\(matter.procedure.header.title)（\(matter.procedure.version) 版）",
                href: SiteURL.rule(matter.procedure.id).path),
        ]
        if opening?.origin == .imported { facts.append(LabelledText(label: "来源", value: "由其他系统或纸质移入", href: nil)) }
        if let other = matter.mergedInto {
            facts.append(LabelledText(label: "已并入", value: "另一办件", href: SiteURL.matter(other).path))
        }
        return facts
    }

    private static func stages(_ matter: Matter) -> [Stage] {
        let passed = Set(matter.path)
        let isEnd = matter.procedure.state(matter.state)?.isEnd ?? false
        return matter.procedure.states.filter { !$0.isEnd || $0.name == matter.state }.filter { state in
            // Of ends only the one that was reached; of side ways only those that were taken.
            passed.contains(state.name) || !isEnd
        }.map { Stage(name: $0.name, isPassed: passed.contains($0.name), isCurrent: $0.name == matter.state) }
    }

    private static func offer(
        _ offer: ActionOffer, _ id: String, _ names: CaseworkNames, mayAct: Bool, in context: PageContext
    ) -> Offer {
        let action = offer.action
        let holds = context.services.visitor.holds(action.roles)
        let isOpen = mayAct && holds && offer.obstacle == nil
        return Offer(
            name: action.name, to: action.to, roles: names.posts(action.roles),
            basis: action.basis.text(on: context.today), obstacle: offer.obstacle.map(names.message),
            href: isOpen ? SiteURL(.matterStep, ["matter": id, "action": action.name]).path : nil,
            documents: action.documents.joined(separator: "、"), outside: action.outside)
    }

    private static func paper(_ stored: StoredPaper, _ id: String) -> PaperLine {
        let paper = stored.paper
        let (state, tone) = CasePaperPage.state(stored)
        return PaperLine(
            name: paper.document, href: SiteURL.paper(paper.id, of: id).path, number: paper.number ?? "—", state: state,
            tone: tone, day: paper.day?.description ?? "—")
    }

    /// The papers that the next steps need and for which there is a form.
    private static func newPapers(_ matter: Matter, _ id: String, in context: PageContext) throws -> [TextLink] {
        let book = try context.casework.forms
        var seen: [String] = []
        for document in matter.offers.flatMap(\.action.documents) where !seen.contains(document) {
            if book.form(ofDocument: document, on: context.today) != nil { seen.append(document) }
        }
        return seen.map { document in
            TextLink(
                label: document,
                href: SiteURL(.newPaper, ["matter": id], query: [("document", document)]).path)
        }
    }

    private static func payment(_ matter: Matter, in context: PageContext) throws -> [LabelledText] {
        guard matter.procedure.payment != nil else { return [] }
        let rules = try ExecutionRules(context.catalog, on: context.today)
        guard let standing = try matter.payment(on: context.today, by: rules) else { return [] }
        var lines = [
            ("罚款", "\(standing.fine)"), ("已缴", "\(standing.paid)（\(standing.payments.count) 笔）"),
            ("尚欠", "\(standing.unpaid)"),
        ]
        if let due = standing.due { lines.append(("最迟缴款日", due.description)) }
        if let late = standing.late {
            let stopped = standing.stoppedFor.isEmpty ? "" : "；因\(standing.stoppedFor.joined(separator: "、"))不计算"
            lines.append(
                ("加处罚款", "\(late.amount)（计 \(late.days) 日\(late.isGreatest ? "，已达罚款本数" : "")\(stopped)）"))
        }
        return lines.map { LabelledText(label: $0.0, value: $0.1, href: nil) }
    }

    private static func related(
        _ id: MatterID, _ opening: MatterOpening?, in context: PageContext
    ) throws -> [TextLink] {
        var links: [TextLink] = []
        if let other = opening?.follows, let row = try MatterStore.matter(other, in: context.connection) {
            links.append(TextLink(label: "由“\(row.title)”而来", href: SiteURL.matter(other).path))
        }
        for row in try MatterStore.matters(followingFrom: id, in: context.connection) {
            links.append(TextLink(label: "后续：\(row.title)", href: SiteURL.matter(row.id).path))
        }
        return links
    }

    private static func entry(_ stored: StoredMatterEntry, _ matter: Matter, _ names: CaseworkNames) -> LogEntry {
        let entry = stored.entry
        var details: [String] = []
        if case .step(let step) = entry.act {
            details += step.facts.sorted { $0.key < $1.key }.map { "\($0.key)：\($0.value.screen)" }
            if !step.officers.isEmpty {
                details.append(
                    "执法人员："
                        + step.officers.map { "\(names.person($0.person))（\($0.certificate)）" }.joined(separator: "、"))
            }
            if !step.papers.isEmpty { details.append("文书：" + step.papers.sorted().joined(separator: "、")) }
            details += step.confirmations.sorted { $0.key < $1.key }.map { name, confirmation in
                "\(name)：\(names.person(confirmation.person))确认，\(confirmation.reason)"
            }
        }
        if case .opened(let opening) = entry.act {
            details += opening.past.map { "\($0.day) \($0.action ?? "")\($0.action == nil ? "" : "：")\($0.words)" }
        }
        let isUndone = matter.steps.contains { $0.entry == entry.number && $0.isUndone }
        let other = entry.onBehalfOf.map { "，代\(names.person($0))" } ?? ""
        return LogEntry(
            time: entry.happened.minuteText, person: names.person(entry.person) + other, post: names.post(entry.role),
            words: entry.act.words, details: details,
            backfill: entry.backfill.map {
                "\(entry.recorded.minuteText) 补录：\($0.reason)（\($0.papers.joined(separator: "、"))）"
            },
            isUndone: isUndone, recordHref: SiteURL.record(stored.sequence).path)
    }
}

extension FactValue {
    /// On screen.
    var screen: String {
        switch self {
        case .money(let fen): "\(Money(fen: fen))"
        case .date(let day): day.description
        case .flag(let flag): flag ? "是" : "否"
        case .text(let text): text
        }
    }
}

extension Visitor {
    /// Whether the visitor is in one of these posts.
    func holds(_ roles: [String]) -> Bool {
        switch self {
        case .localOperator, .nobody: false
        case .signedIn(let person): person.roles.contains { roles.contains($0.id) }
        }
    }
}
