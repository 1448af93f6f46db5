import Hummingbird
import Ledger
import Records
import Registry
import Reporting
import Standards
import Storage

/// Making a sealed document public: the decision, the package, the proofs of disclosure.
struct PublicationRoutes {
    /// A picture of a screen: a whole page as PNG has some megabytes.
    private static let greatestPicture = 8 << 20

    let shell: SiteShell
    private let printer = PDFPrinter()

    init(shell: SiteShell) { self.shell = shell }

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.publication) { request, context in
            let document = try await document(context)
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.publication) {
                try PublicationPage(document, recorded: recorded, in: $0)
            }
        }
        router.post(.publication) { request, context in
            let document = try await document(context)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            return try await record(document) { services in
                switch fields.first("act") {
                case "open": PublicationActions.open(document, by: services.actor)
                case "withdraw":
                    PublicationActions.withdraw(document, reason: fields.first("reason") ?? "", by: services.actor)
                default: throw SiteError(.badParameter, subject: "act", detail: fields.first("act") ?? "")
                }
            }
        }
        router.post(.publicationProofs) { request, context in try await enterProof(request, context) }
        router.get(.publicationProof) { _, context in
            let document = try await document(context)
            let number = try context.segment("record")
            let proof = try await shell.services.book.database.read { connection in
                try PublicationStore.proofs(of: document.sequence, in: connection)
                    .first { String($0.sequence) == number }
            }
            guard let proof, let form = AttachmentForm(rawValue: proof.form) else {
                throw SiteError(.unknownObject, subject: "公开凭据", detail: number)
            }
            let bytes = try shell.services.book.archive.attachments.bytes(of: proof.picture)
            return FileResponse.file(
                bytes, type: form.mediaType, name: "公开凭据 \(proof.day).\(form.extensions.last ?? form.rawValue)")
        }
        router.get(.publicationPackage) { _, context in
            let document = try await document(context)
            let packing = PublicationPacking(services: shell.services, assets: shell.assets, printer: printer)
            let bytes = try await packing.package(document)
            return FileResponse.zip(bytes, name: "\(document.title) \(document.period) 公开材料")
        }
    }

    private func document(_ context: SiteContext) async throws -> SealedDocument {
        let text = try context.segment("sequence")
        let found = try await shell.services.book.database.read { connection in
            try Int64(text).flatMap { try SealStore.document($0, in: connection) }
        }
        guard let found else { throw SiteError(.unknownObject, subject: "定稿", detail: "台账第 \(text) 条") }
        return found
    }

    private func enterProof(_ request: Request, _ context: SiteContext) async throws -> Response {
        let document = try await document(context)
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
            throw SiteError(.foreignForm)
        }
        let body = try await request.body.collect(upTo: Self.greatestPicture + 64 << 10)
        guard let form = MultipartForm(Array(body.readableBytesView), type: type),
            form.text(FormToken.field) == shell.services.formToken.text
        else { throw SiteError(.foreignForm) }
        let entered = (address: form.text("address") ?? "", day: form.text("day") ?? "")
        guard let file = form.file("file") else { return try await refused(document, "请选择网页截图（PNG 或 JPEG）。", entered) }
        let kind: AttachmentForm
        do throws(AttachmentFault) {
            kind = try AttachmentForm.of(file.bytes, named: file.fileName ?? "")
        } catch {
            return try await refused(document, error.message, entered)
        }
        guard kind.isPicture, file.bytes.count <= Self.greatestPicture else {
            return try await refused(document, "截图应为不超过 8 MB 的 PNG 或 JPEG 图片。", entered)
        }
        if let problem = PublishedAddress.problem(entered.address) {
            return try await refused(document, "\(problem)。请从浏览器地址栏复制网页的完整网址。", entered)
        }
        let today = shell.services.clock().beijingDate
        guard let day = CivilDate(entered.day), day <= today else {
            return try await refused(document, "公开日期应为今天或以前的日期，如 \(today)。", entered)
        }
        return try await record(document, entered: entered) { services in
            PublicationActions.post(
                document, at: entered.address, on: "\(day)",
                picture: try services.book.archive.attachments.store(file.bytes), form: kind.rawValue,
                by: services.actor)
        }
    }

    private func record(
        _ document: SealedDocument, entered: (address: String, day: String)? = nil,
        _ make: (SiteServices) throws -> Action
    ) async throws -> Response {
        do {
            let services = shell.services
            let done = try await services.book.record(try make(services))
            return .redirect(to: SiteURL.publication(document.sequence, recorded: done.sequence).path)
        } catch let error as RecordsError {
            let words: String? =
                switch error.code {
                case .superseded: "这份文件已经公开，没有再次记录。请刷新页面。"
                case .unknownSubject: "这份文件现在没有公开，没有记录。请先定为公开。"
                case .invalid: error.field == "reason" ? "撤下公开须写明理由（500 字以内），没有撤下。" : "填写的内容不成立（\(error.detail)），没有记录。"
                default: nil
                }
            guard let words else { throw error }
            return try await refused(document, words, entered)
        }
    }

    private func refused(
        _ document: SealedDocument, _ words: String, _ entered: (address: String, day: String)?
    ) async throws -> Response {
        try await shell.page(.publication, status: .unprocessableContent) {
            try PublicationPage(document, error: words, entered: entered, in: $0)
        }
    }
}
