import Hummingbird
import Records
import Reporting
import Standards
import Storage

/// Reports, their files, and the pages of the figures in them.
struct ReportRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reports) { _, _ in try await shell.page(.documents) { try DocumentsPage(in: $0) } }
        router.get(.report) { request, context in
            let query = RequestQuery(request)
            let page = try Self.page(context)
            return try await self.page(
                page.id, page.period, asOf: try query.asOf, sealed: query.text("sealed").flatMap { Int64($0) })
        }
        router.post(.report) { request, context in
            let page = try Self.page(context)
            let fields = try await FormFields(posted: request, in: context)
            let recording = SealRecording(services: shell.services, logger: context.logger)
            switch try await recording.seal(fields, page.id, period: page.period.address) {
            case .sealed(let document):
                return .redirect(to: SiteURL.report(page.id, document.period, sealed: document.sequence).path)
            case .refused(let reason):
                return try await self.page(page.id, page.period, refusal: reason, status: .unprocessableContent)
            }
        }
        router.get(.sealedDocx) { _, context in
            let subject = "\(try context.segment("report"))/\(try context.segment("period"))"
            let text = try context.segment("sequence")
            let archive = shell.services.book.archive
            let file = try await shell.services.book.database.read { connection in
                let document = try SealStore.all(subject, in: connection).first { String($0.sequence) == text }
                guard let document else {
                    throw SiteError(.unknownObject, subject: "定稿", detail: "\(subject)，台账第 \(text) 条")
                }
                return (
                    bytes: try archive.attachments.bytes(of: document.file),
                    name: "\(document.title) \(document.period) 定稿"
                )
            }
            return FileResponse.docx(file.bytes, name: file.name)
        }
        router.get(.reportDocx) { request, context in
            let id = try context.segment("report")
            let file = try await ReportFile.docx(
                id, period: try context.segment("period"), asOf: try RequestQuery(request).asOf, of: shell.services,
                site: shell.services.publicAddress ?? SiteAddress.of(request))
            return FileResponse.docx(file.bytes, name: file.name)
        }
        router.get(.figure) { request, context in
            let id = try context.segment("figure")
            let query = RequestQuery(request)
            let date = try query.date("date")
            let view = try FigureView(query)
            let arguments = query.fields.dictionary(
                without: FigureView.names.union(["date", "asof", "from", "to"]))
            let yesterday = shell.services.clock().beijingDate.adding(days: -1)
            let figure = FigureRequest(id, on: date ?? yesterday, arguments)
            let asOf = try query.asOf
            let change = try await change(of: figure, query)
            let standing = try await shell.standing(asOf: asOf)
            return try await shell.page(.figure, asOf: asOf) { context in
                try FigurePage(figure, view, change: change, standing: standing, in: context)
            }
        }
    }

    private static func page(_ context: SiteContext) throws -> (id: String, period: ReportPeriod) {
        (try context.segment("report"), try ReportPeriod(try context.segment("period")))
    }

    private func page(
        _ id: String, _ period: ReportPeriod, asOf: AsOf = .live, refusal: String? = nil, sealed: Int64? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let definition = try shell.services.papers.definition(id, on: period.date)
        let subject = "\(id)/\(ReportPeriod(period.date, of: definition, about: period.object).address)"
        // Of the present: a document is sealed behind the record as of which it is.
        let seals = try await shell.services.book.database.read { try SealStore.all(subject, in: $0) }
        return try await shell.page(.document, asOf: asOf, status: status) {
            try DocumentPage(id, period, seals: seals, refusal: refusal, sealed: sealed, in: $0)
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
