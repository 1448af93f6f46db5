import Accounts
import Catalog
import Records
import Reporting
import Standards

extension DraftsPage {
    /// Drafts that are listed; older ones are reached from their documents.
    private static let greatestCount = 100
    /// Sections get so many days to confirm their figures where nobody says otherwise.
    private static let usualDays = 10

    /// What the form of a new draft says.
    struct Typed: Sendable {
        var document = ""
        var period = ""
        var confirmBy = ""
        var reason = ""

        init() {}

        init(_ fields: FormFields) {
            document = fields.first("document") ?? ""
            period = fields.first("period") ?? ""
            confirmBy = fields.first("confirm") ?? ""
            reason = fields.first("reason") ?? ""
        }
    }

    init(_ typed: Typed = Typed(), error: String? = nil, in context: PageContext) throws {
        let papers = context.services.papers
        let drafts = try DraftStore.drafts(limit: Self.greatestCount, in: context.connection)
        let rows = try drafts.map { row -> Row in
            let draft = try DraftStore.draft(row.id, in: context.connection)
            let way = try draft.flatMap { try papers.way(of: $0.document, on: $0.date) }
            let deadline = draft.flatMap { draft in way.flatMap { DraftDeadline.next(of: draft, $0) } }
            let isLate = deadline.map { $0.day < context.today } ?? false
            return Row(
                title: row.title, href: SiteURL.draft(row.id).path,
                period: (try? ReportPeriod(row.period))?.text ?? row.period, stage: row.stage.rawValue,
                tone: row.stage == .ended ? "better" : isLate ? "warn" : "plain",
                deadlineText: deadline.map { "\($0.day) 前\($0.stage.rawValue)\(isLate ? "（已逾期）" : "")" } ?? "—",
                edition: draft?.corrects == nil ? "首次" : "更正")
        }
        let mayWrite = context.services.visitor.may(DraftActions.write) && context.moment == nil
        let way = try papers.all.filter { try $0.waits == nil && papers.way(of: $0.id, on: context.today) != nil }
        let usual = context.today.adding(days: Self.usualDays)
        self.init(
            frame: PageFrame("拟稿", in: context, at: .drafts), action: SiteURL.drafts.path,
            token: context.services.formToken.text, rows: rows,
            form: mayWrite
                ? Form(
                    documents: way.map {
                        ReviewForm.Choice(
                            value: $0.id, label: "\($0.header.title)（\($0.period == .year ? "年" : "月")）",
                            isChosen: $0.id == typed.document)
                    },
                    yearValue: typed.period.isEmpty ? String(context.today.year - 1) : typed.period,
                    confirmValue: typed.confirmBy.isEmpty ? usual.description : typed.confirmBy,
                    reasonValue: typed.reason) : nil,
            waiting: papers.all.compactMap { definition in
                definition.waits.map { Waiting(title: definition.header.title, reason: $0) }
            }, error: error)
    }
}
