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

    /// The reports that can be made.
    init(in context: PageContext) throws {
        let definitions = context.cutoff == nil ? [] : context.services.papers.all
        self.init(
            frame: PageFrame("报告", in: context, at: .reports),
            rows: definitions.flatMap { definition in
                Self.periods(of: definition, in: context).map { period in
                    Row(
                        title: definition.header.title, href: SiteURL.report(definition.id, period.address).path,
                        period: period.text, status: "草稿", statusTone: "plain",
                        docxHref: SiteURL.reportDocx(definition.id, period.address).path)
                }
            }, emptyReason: "还没有任何数据，报告无从做起。导入数据或接入设备后，日报、月报、年报在这里列出。")
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
