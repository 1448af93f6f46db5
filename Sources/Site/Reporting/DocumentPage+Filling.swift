import Catalog
import Documents
import Reporting

extension DocumentPage {
    /// A report as it will be printed.
    init(_ id: String, _ period: ReportPeriod, in context: PageContext) throws {
        let sheet = try ReportSheet(id, period, listsReferences: false, in: context)
        let next = sheet.period.next
        func link(_ period: ReportPeriod) -> TextLink {
            TextLink(label: period.address, href: SiteURL.report(id, period.address).path)
        }
        self.init(
            frame: PageFrame(
                "\(sheet.definition.header.title) \(sheet.period.address)", in: context, at: .reports,
                state: sheet.state.review),
            title: sheet.built.paper.name, periodText: sheet.period.text, statusText: "草稿", isSealed: false,
            past: context.moment.map {
                PastNote($0, "文件", present: SiteURL.report(id, sheet.period.address))
            },
            state: sheet.state, bodyHTML: try HTMLRenderer(titleLevel: 2).render(sheet.built.paper),
            docxHref: SiteURL.reportDocx(id, sheet.period.address, asOf: context.moment?.sequence).path, xlsxHref: nil,
            previous: link(sheet.period.previous),
            next: next.date <= context.today ? link(next) : nil,
            references: sheet.built.figures.enumerated().map { index, figure in
                Reference(
                    number: String(index + 1), label: FigureWords.label(of: figure, in: context),
                    value: figure.screenTextWithUnit,
                    href: SiteURL.figure(figure.request, asOf: context.moment?.sequence).path, origin: "计算")
            })
    }
}
