import Hummingbird
import Reporting

/// Reports, their files, and the pages of the figures in them.
struct ReportRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reports) { _, _ in try await shell.page(.documents) { try DocumentsPage(in: $0) } }
        router.get(.report) { _, context in
            let id = try context.segment("report")
            let period = try ReportPeriod(try context.segment("period"))
            return try await shell.page(.document) { try DocumentPage(id, period, in: $0) }
        }
        router.get(.reportDocx) { request, context in
            let id = try context.segment("report")
            let file = try await ReportFile.docx(
                id, period: try context.segment("period"), of: shell.services, site: SiteAddress.of(request))
            return FileResponse.docx(file.bytes, name: file.name)
        }
        router.get(.figure) { request, context in
            let id = try context.segment("figure")
            let query = RequestQuery(request)
            let date = try query.date("date")
            let page = query.number("page", otherwise: 1)
            let arguments = query.fields.dictionary(without: ["date", "page"])
            return try await shell.page(.figure) { context in
                try FigurePage(
                    FigureRequest(id, on: date ?? context.yesterday, arguments), page: page, in: context)
            }
        }
    }
}
