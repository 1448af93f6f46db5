import Accounts
import Casework
import Dossier
import Records
import Standards
import Storage

extension CaseFilePage {
    /// What the public is told: what was disclosed and not taken back, as it was disclosed.
    init(publicIn context: PageContext) throws {
        let most = 200
        let found = try DisclosureStore.published(limit: most, in: context.connection)
        let cards = found.map { _, line in
            Card(
                id: "p-\(line.sequence)", title: line.text["文号"] ?? line.document,
                detail: "\(line.document)　公开日期 \(line.day)", tags: [], thumbnailHref: nil,
                facts: line.text.lines.compactMap { CaseFileView.fact($0.name, $0.value) }, warnings: [], tables: [],
                forms: [])
        }
        self.init(
            frame: PageFrame("行政处罚公开", in: context, at: nil), heading: "行政处罚公开",
            sub: context.bureauName, tabs: [], past: nil, error: nil,
            hints: ["已依法隐去证件号码、住址、联系方式、账号等内容。至多列最近 \(most) 件。"], cards: cards, emptyText: "没有公开的决定。",
            forms: [])
    }

    /// 法制审核.
    init(reviewsIn context: PageContext, error: String? = nil, entered: FormFields, notice: String? = nil) throws {
        let year = context.today.year
        let first = CivilDate(year: year, month: 1, day: 1) ?? context.today
        let desk = try ReviewDesk(
            decidedIn: first...context.today, catalog: context.catalog, now: context.now,
            connection: context.connection)
        let cards = try desk.waiting.map { try Self.card($0, context, entered) }
        var opinions = 0
        var adopted = 0
        for (_, entry) in try CaseEntryStore.opinions(limit: 5_000, in: context.connection) {
            guard let opinion = LegalOpinion(entry), opinion.day >= first else { continue }
            opinions += 1
            if opinion.isAdopted { adopted += 1 }
        }
        let hints = [
            "本年法律顾问、公职律师意见 \(opinions) 条，采纳 \(adopted) 条。", try Self.qualification(context),
            "至多查看最近 \(ReviewDesk.greatestLooked) 件办件。",
        ]
        self.init(
            frame: PageFrame("法制审核", in: context, at: nil, notice: notice), heading: "法制审核",
            sub: "待审 \(cards.count) 件", tabs: [], past: nil, error: error, hints: hints,
            cards: cards + [Self.coverage(desk.decided, from: first, to: context.today)], emptyText: "没有待审的办件。",
            forms: [])
    }

    private static func qualification(_ context: PageContext) throws -> String {
        var lines: [String] = []
        for account in try AccountStore.accounts(in: context.connection)
        where account.roles.contains(LegalPost.role) && !account.isDisabled {
            guard let person = try AccountStore.person(account.person, in: context.connection) else { continue }
            let has = ReviewDesk.isQualified(person, on: context.today)
            lines.append("\(person.name ?? person.id)（\(has ? "有法律职业资格" : "没有登记有效的法律职业资格")）")
        }
        return lines.isEmpty ? "法规科还没有账户。" : "审核人员：" + lines.joined(separator: "、")
    }

    private static func card(
        _ waiting: ReviewDesk.Waiting, _ context: PageContext, _ entered: FormFields
    ) throws -> Card {
        let id = waiting.row.id
        let age = context.today.daysSince1970 - waiting.since.daysSince1970
        var facts = [
            CaseFileView.fact("程序", waiting.procedure), CaseFileView.fact("环节", waiting.row.standing.state),
            CaseFileView.fact("待审自", "\(waiting.since)，已 \(age) 天"),
            CaseFileView.fact("法律意见", waiting.opinionCount == 0 ? "" : "\(waiting.opinionCount) 条"),
            CaseFileView.fact("案卷", "案由与裁量", href: SiteURL.caseCharges(id).path),
        ].compactMap(\.self)
        for clock in waiting.clocks.prefix(3) {
            let provisional = clock.deadline.isProvisional ? "（暂定）" : ""
            facts += [CaseFileView.fact(clock.run.terms.name, "\(clock.deadline.earliest)\(provisional)")]
                .compactMap(\.self)
        }
        var warnings: [String] = []
        if !waiting.freshEvidence.isEmpty {
            let numbers = waiting.freshEvidence.map(String.init).joined(separator: "、")
            warnings.append("上次审核后收入证据 \(numbers)，须再次审核")
        } else if waiting.isAgain {
            warnings.append("曾经审核，退回后再次送审")
        }
        var forms: [CaseForm] = []
        if context.services.visitor.may(CaseworkActions.act) {
            let isOwn = entered.first("matter") == id.rawValue
            func text(_ name: String) -> String { isOwn ? entered.first(name) ?? "" : "" }
            forms.append(
                CaseForm(
                    "登记法律顾问、公职律师意见", SiteURL(.legalReviews), isOpen: isOwn,
                    hidden: [
                        (FormToken.field, context.services.formToken.text), ("matter", id.rawValue),
                    ],
                    [
                        .choice(
                            "adviser", "身份", LegalOpinion.Adviser.allCases.map { ($0.rawValue, $0.rawValue) },
                            chosen: text("adviser")),
                        .line("name", "姓名（个人信息，另行存放）", text("name")),
                        .date("day", "日期", text("day").isEmpty ? "\(context.today)" : text("day"), needed: true),
                        .long("words", "意见", text("words"), needed: true),
                        .choice("adopted", "处理", [("yes", "采纳"), ("no", "不采纳")], chosen: text("adopted")),
                        .line("reason", "理由", text("reason"), needed: true),
                    ], button: "登记意见"))
        }
        return Card(
            id: "review-\(id.rawValue)", title: waiting.row.title, detail: "", tags: [], thumbnailHref: nil,
            facts: facts, warnings: warnings, tables: [], forms: forms)
    }

    private static func coverage(_ decided: [ReviewDesk.Decided], from: CivilDate, to: CivilDate) -> Card {
        let reviewed = decided.filter(\.isReviewed)
        func rows(_ list: [ReviewDesk.Decided]) -> [Table.Row] {
            list.map { item in
                Table.Row(
                    cells: [item.row.title, "\(item.day)", item.isReviewed ? "审核通过后决定" : "没有审核记录"],
                    link: TextLink(label: "案由与裁量", href: SiteURL.caseCharges(item.row.id).path))
            }
        }
        let heads = ["办件", "决定日期", "法制审核"]
        return Card(
            id: "coverage", title: "法制审核覆盖", detail: "\(from) 至 \(to) 作出的决定", tags: [], thumbnailHref: nil,
            facts: [
                CaseFileView.fact(
                    "覆盖", decided.isEmpty ? "没有决定，不计算" : "\(reviewed.count) / \(decided.count) 件")
            ].compactMap(\.self), warnings: [],
            tables: [
                Table(caption: "已经审核（分子）", heads: heads, rows: rows(reviewed), hint: nil),
                Table(caption: "作出决定（分母）", heads: heads, rows: rows(decided), hint: nil),
            ], forms: [])
    }
}
