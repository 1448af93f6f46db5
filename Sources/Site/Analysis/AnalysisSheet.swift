import Documents
import Standards

/// What a page of analysis holds before it has an address: the page and its files are made of the same.
struct AnalysisSheet {
    /// A drawing and its table.
    struct Part {
        /// Letters only: the part's name in addresses.
        let id: String
        let title: String
        var drawing: Drawing?
        var caption = ""
        var emptyReason: String?
        var table: AnalysisPage.Table?
        var notes: [String] = []
    }

    var sub: String
    var fields: [AnalysisPage.Field] = []
    var state: DataState?
    var facts: [LabelledText] = []
    var parts: [Part] = []

    /// The table of a part as comma-separated values; a gap is an empty field. Nil where there is none.
    func csv(of part: String?) -> [UInt8]? {
        guard let table = parts.first(where: { part == nil ? $0.table != nil : $0.id == part })?.table else {
            return nil
        }
        var writer = CSVWriter()
        writer.row(table.heads)
        for row in table.rows { writer.row([row.label] + row.cells.map { $0 == "—" ? "" : $0 }) }
        return writer.take()
    }

    /// The page.
    func page(_ view: AnalysisView, query: [(String, String?)], in context: PageContext) -> AnalysisPage {
        AnalysisPage(
            frame: PageFrame(view.name, in: context, at: .analysis, state: state.map(\.review)), heading: view.name,
            sub: sub, views: AnalysisPage.views(current: view), action: SiteURL.analysis(view).path, fields: fields,
            state: state, facts: facts,
            sections: parts.map { part in
                AnalysisPage.Section(
                    title: part.title,
                    chart: part.drawing.map {
                        ChartFragment(id: part.id, svg: $0.svg, dataJSON: nil, caption: part.caption)
                    }, emptyReason: part.emptyReason, table: part.table, notes: part.notes,
                    csvHref: part.table.map { _ in
                        SiteURL.analysisCSV(view, query: query + [("part", part.id)]).path
                    })
            })
    }
}

extension AnalysisPage {
    /// All pages in a row.
    static func views(current: AnalysisView?) -> [View] {
        AnalysisView.allCases.map {
            View(label: $0.name, href: SiteURL.analysis($0).path, isCurrent: $0 == current, purpose: $0.purpose)
        }
    }

    /// The first page: what each of the others answers.
    init(in context: PageContext) {
        self.init(
            frame: PageFrame("数据分析", in: context, at: .analysis), heading: "数据分析", sub: "",
            views: Self.views(current: nil)
                + [
                    View(
                        label: "空气质量日历", href: SiteURL.airCalendar(context.yesterday.year).path, isCurrent: false,
                        purpose: "一年逐日的 AQI，各日按当日有效的标准评价")
                ], action: SiteURL.analysis.path, fields: [], state: nil, facts: [], sections: [])
    }
}
