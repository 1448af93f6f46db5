import Casework
import Documents
import Hummingbird
import Monitoring
import Records
import Registry

/// 电子督办单: the list, taking a file in, the list in the superior's form.
struct TicketRoutes {
    private static let greatestUpload = 16 << 20

    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.tickets) { request, _ in
            let count = RequestQuery(request).text("received").flatMap { Int($0) }
            let notice = count.map { "已接收 \($0) 件督办单，各立为一件办件。" }
            return try await shell.page(.tickets) { try TicketsPage(notice: notice, in: $0) }
        }
        router.get(.ticketsXLSX) { _, _ in
            let bytes = try await shell.read { try TicketSheet(in: $0).workbook(in: $0) }
            return FileResponse.xlsx(bytes, name: "电子督办单反馈表")
        }
        router.post(.tickets) { request, _ in
            guard let type = request.headers[.contentType] else { throw SiteError(.foreignForm) }
            let body = try await request.body.collect(upTo: Self.greatestUpload)
            guard let form = MultipartForm(Array(body.readableBytesView), type: type),
                form.text(FormToken.field) == shell.services.formToken.text
            else { throw SiteError(.foreignForm) }
            return try await Self.take(form, shell)
        }
    }

    private static func take(_ form: MultipartForm, _ shell: SiteShell) async throws -> Response {
        guard let file = form.file("file"), !file.bytes.isEmpty else {
            return try await refused("没有选择文件，没有接收。请选择上级平台导出的文件。", shell)
        }
        do {
            let outcome = try await TicketImport.run(
                file.bytes, fileName: String((file.fileName ?? "督办单").prefix(200)), by: shell.services.actor,
                into: shell.services.book)
            if outcome.refused.isEmpty, !outcome.received.isEmpty {
                return .redirect(to: SiteURL(.tickets, query: [("received", "\(outcome.received.count)")]).path)
            }
            let words = "接收 \(outcome.received.count) 件，此前已接收 \(outcome.known) 件，不能接收 \(outcome.refused.count) 行。"
            return try await shell.page(.tickets, status: outcome.refused.isEmpty ? .ok : .unprocessableContent) {
                try TicketsPage(error: words, faults: outcome.refused, in: $0)
            }
        } catch let error as SourceImportError {
            return try await refused(error.message, shell)
        } catch let error as DocumentError {
            return try await refused(error.message, shell)
        } catch {
            return try await refused(try await MatterRoutes.message(error, shell), shell)
        }
    }

    private static func refused(_ message: String, _ shell: SiteShell) async throws -> Response {
        try await shell.page(.tickets, status: .unprocessableContent) { try TicketsPage(error: message, in: $0) }
    }
}
