import Documents
import Gateway
import Hummingbird
import Logging
import Records
import Registry
import Reporting
import Standards
import Storage

/// Drafts: the list, a draft's page, and everything that is done on it.
struct DraftRoutes {
    /// The longest document of a notified value, in bytes.
    private static let greatestUpload = 20 << 20

    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.drafts) { _, _ in try await shell.page(.drafts) { try DraftsPage(in: $0) } }
        router.post(.drafts) { request, context in
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                let id = try await DraftRecording(shell: shell).open(fields)
                return .redirect(to: SiteURL.draft(id).path)
            } catch {
                let message = try await self.message(error)
                return try await shell.page(.drafts, status: .unprocessableContent) {
                    try DraftsPage(DraftsPage.Typed(fields), error: message, in: $0)
                }
            }
        }
        router.get(.draft) { _, context in
            let id = try context.segment("draft")
            return try await shell.page(.draft) { try DraftPage(id, in: $0) }
        }
        router.get(.draftConfirmation) { _, context in
            let id = try context.segment("draft")
            let (paper, name) = try await shell.read { try ConfirmationPaper.make(id, in: $0) }
            return FileResponse.docx(
                try DocxWriter(siteAddress: shell.services.publicAddress).write(paper), name: name)
        }
        router.post(.draft) { request, context in
            let id = try context.segment("draft")
            if request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true {
                return try await state(request, of: id)
            }
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            do {
                try await DraftRecording(shell: shell).act(fields, on: id, logger: context.logger)
                return .redirect(to: SiteURL.draft(id).path)
            } catch {
                let message = try await self.message(error)
                let typed = fields.first("slot").map { (slot: $0, text: fields.first("text") ?? "") }
                return try await shell.page(.draft, status: .unprocessableContent) {
                    try DraftPage(id, error: message, typed: typed, in: $0)
                }
            }
        }
    }

    /// A number with its home, and the document that settled it.
    private func state(_ request: Request, of id: String) async throws -> Response {
        let body = try await request.body.collect(upTo: Self.greatestUpload)
        guard let form = MultipartForm(Array(body.readableBytesView), type: request.headers[.contentType] ?? ""),
            form.text(FormToken.field) == shell.services.formToken.text
        else { throw SiteError(.foreignForm) }
        do {
            try await DraftRecording(shell: shell).state(form, of: id)
            return .redirect(to: SiteURL.draft(id).path)
        } catch {
            let message = try await message(error)
            return try await shell.page(.draft, status: .unprocessableContent) {
                try DraftPage(id, error: message, in: $0)
            }
        }
    }

    /// What a refusal says; other errors go on.
    private func message(_ error: any Error) async throws -> String {
        let text: String
        switch error {
        case let error as DraftRefusal: text = error.message
        case let error as ReportingError: text = error.message
        case let error as GatewayAway: text = error.message
        case let error as SiteError where error.code == .badParameter: text = "“\(error.detail)”不是\(error.subject)"
        case let error as RecordsError where error.code == .notPermitted: text = "没有办理的权限（\(error.detail)）"
        case let error as RecordsError where error.code == .superseded: text = "台账第 \(error.detail) 条刚由别人记下，请刷新页面"
        default: throw error
        }
        return try await shell.read { try DraftWords(in: $0).text(text) } + "。没有记入。"
    }
}
