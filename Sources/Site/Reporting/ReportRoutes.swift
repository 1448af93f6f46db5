import Hummingbird
import Reporting
import Standards

/// Reports, their files, and the pages of the figures in them.
struct ReportRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reports) { _, _ in try await shell.page(.documents) { try DocumentsPage(in: $0) } }
        router.get(.report) { request, context in
            let id = try context.segment("report")
            let period = try ReportPeriod(try context.segment("period"))
            let asOf = try RequestQuery(request).asOf
            return try await shell.page(.document, asOf: asOf) { try DocumentPage(id, period, in: $0) }
        }
        router.get(.reportDocx) { request, context in
            let id = try context.segment("report")
            let file = try await ReportFile.docx(
                id, period: try context.segment("period"), asOf: try RequestQuery(request).asOf, of: shell.services,
                site: SiteAddress.of(request))
            return FileResponse.docx(file.bytes, name: file.name)
        }
        router.get(.figure) { request, context in
            let id = try context.segment("figure")
            let query = RequestQuery(request)
            let date = try query.date("date")
            let page = query.number("page", otherwise: 1)
            let arguments = query.fields.dictionary(without: ["date", "page", "asof", "from", "to"])
            let yesterday = shell.services.clock().beijingDate.adding(days: -1)
            let figure = FigureRequest(id, on: date ?? yesterday, arguments)
            let asOf = try query.asOf
            let change = try await change(of: figure, query)
            return try await shell.page(.figure, asOf: asOf) { context in
                try FigurePage(figure, page: page, change: change, in: context)
            }
        }
    }

    /// Why a figure differs between two moments; nil when the query does not name both.
    private func change(of figure: FigureRequest, _ query: RequestQuery) async throws -> FigureChange? {
        guard let from = try query.record("from"), let to = try query.record("to"), let past = shell.services.past
        else {
            return nil
        }
        let services = shell.services
        let known = try services.figures.definition(figure.id, on: figure.date).arguments
        for name in known where figure.arguments[name] == nil {
            throw ReportingError(.missingArgument, subject: figure.id, detail: name)
        }
        return try await ChangeExplainer(book: services.book, states: past, sources: services.sources)
            .explain(figure, from: from, to: to)
    }
}
