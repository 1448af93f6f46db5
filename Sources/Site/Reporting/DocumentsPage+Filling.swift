import Casework
import Catalog
import Reporting
import Standards

extension DocumentsPage {
    /// So many days of a daily report are listed; older ones are reached from report to report.
    private static let days = 14
    /// So many months of a monthly report.
    private static let months = 12
    /// So many years of a yearly report.
    private static let years = 2
    /// So many sealed documents of older periods.
    private static let older = 30

    /// The reports that can be made, and those that were sealed.
    init(in context: PageContext) throws {
        let hasMatters = try MatterStore.count(MatterStore.Query(), in: context.connection) > 0
        // What is about one object is reached from it.
        let definitions = context.services.papers.all.filter { definition in
            guard definition.about == nil, definition.waits == nil else { return false }
            return definition.data == .casework ? hasMatters : context.cutoff != nil
        }
        let rows = try definitions.flatMap { definition in
            try Self.periods(of: definition, in: context).map { period in
                let sealed = try SealStore.last("\(definition.id)/\(period.address)", in: context.connection)
                return sealed.map { Row($0, title: definition.header.title, period.text) }
                    ?? Row(draft: definition, period)
            }
        }
        let listed = Set(rows.map(\.href))
        let sealed = try SealStore.latest(limit: rows.count + Self.older, in: context.connection)
        let olderRows = sealed.map { document in
            Row(document, title: document.title, (try? ReportPeriod(document.period))?.text ?? document.period)
        }.filter { !listed.contains($0.href) }
        self.init(
            frame: PageFrame("报告", in: context, at: .reports), rows: rows,
            olderRows: Array(olderRows.prefix(Self.older)),
            emptyReason: "还没有任何数据，报告无从做起。导入数据或接入设备后，日报、月报、年报在这里列出。", claimsHref: SiteURL.claims.path,
            checkHref: SiteURL.reportCheck.path)
    }

    /// Complete periods, latest first.
    private static func periods(of definition: PaperDefinition, in context: PageContext) -> [ReportPeriod] {
        var period = ReportPeriod(context.today, of: definition).previous
        var periods: [ReportPeriod] = []
        let count =
            switch period.length {
            case .day: days
            case .month: months
            case .year: years
            }
        for _ in 0..<count {
            periods.append(period)
            period = period.previous
        }
        return periods
    }
}

extension DocumentsPage.Row {
    fileprivate init(draft definition: PaperDefinition, _ period: ReportPeriod) {
        self.init(
            title: definition.header.title, href: SiteURL.report(definition.id, period.address).path,
            period: period.text, status: "草稿", statusTone: "plain", claimsText: "—",
            docxHref: SiteURL.reportDocx(definition.id, period.address).path, docxText: "草稿 docx")
    }

    fileprivate init(_ sealed: SealedDocument, title: String, _ period: String) {
        self.init(
            title: title, href: SiteURL.report(sealed.document, sealed.period).path, period: period,
            status: "定稿封存（\(Instant(milliseconds: sealed.milliseconds).minuteText)）", statusTone: "better",
            claimsText: "\(sealed.claimCount) 个", docxHref: SiteURL.sealedDocx(sealed).path, docxText: "定稿 docx")
    }
}
