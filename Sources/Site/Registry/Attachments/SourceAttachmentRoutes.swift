import Hummingbird
import Ledger
import Records
import Registry
import Storage

/// Files attached to the files of sources: put in, given out, shown small, taken off.
struct SourceAttachmentRoutes {
    let shell: SiteShell
    private let thumbnails = ThumbnailMaker()

    init(shell: SiteShell) { self.shell = shell }

    func add(to router: Router<SiteContext>) {
        addWriting(to: router)
        addReading(to: router)
    }

    private func addWriting(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.sourceAttachments) { request, context in
            let id = try context.segment("source")
            let kind = try await shell.read { try $0.sourceFile(id).kind }
            guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
                throw SiteError(.foreignForm)
            }
            // The form's other parts are short.
            let body = try await request.body.collect(upTo: AttachmentForm.greatestBytes + 64 << 10)
            guard let form = MultipartForm(Array(body.readableBytesView), type: type),
                form.text(FormToken.field) == shell.services.formToken.text
            else { throw SiteError(.foreignForm) }
            guard let file = form.file("file") else { return try await refused(id, "请选择要附上的文件。") }
            let name = String((file.fileName ?? "").split(whereSeparator: { "/\\".contains($0) }).last ?? "")
            let found: AttachmentForm
            do throws(AttachmentFault) {
                found = try AttachmentForm.of(file.bytes, named: name)
            } catch {
                return try await refused(id, error.message)
            }
            return try await record(id) { services in
                let stored = try services.book.archive.attachments.store(file.bytes)
                return SourceAttachmentActions.attach(
                    stored, form: found, size: file.bytes.count, named: String(name.suffix(200)),
                    note: String((form.text("note") ?? "").prefix(200)), to: id, kind, by: services.actor)
            }
        }
        router.post(.sourceDetachment) { request, context in
            let (id, number) = try Self.place(context)
            let kind = try await shell.read { try $0.sourceFile(id).kind }
            let fields = try await FormFields(posted: request, in: context)
            guard shell.services.formToken.isIn(fields) else { throw SiteError(.foreignForm) }
            return try await record(id) { services in
                SourceAttachmentActions.detach(
                    number, from: id, kind, reason: fields.first("reason") ?? "", by: services.actor)
            }
        }
    }

    private func addReading(to router: Router<SiteContext>) {
        let shell = shell
        let thumbnails = thumbnails
        router.get(.sourceAttachment) { _, context in
            let (id, number) = try Self.place(context)
            let attachment = try await attachment(number, of: id)
            let bytes = try shell.services.book.archive.attachments.bytes(of: attachment.id)
            return FileResponse.file(bytes, type: attachment.form.mediaType, name: attachment.fileName)
        }
        router.get(.sourceThumbnail) { _, context in
            let (id, number) = try Self.place(context)
            let attachment = try await attachment(number, of: id)
            guard attachment.form.isPicture else { throw SiteError(.notFound) }
            let store = shell.services.book.archive.attachments
            let outcome = try await thumbnails.thumbnail(of: attachment.id, form: attachment.form.rawValue) {
                try store.bytes(of: attachment.id)
            }
            guard case .picture(let bytes) = outcome else {
                throw SiteError(.unknownObject, subject: "缩略图", detail: attachment.fileName)
            }
            return Response(
                status: .ok, headers: [.contentType: "image/png", .cacheControl: "private, max-age=86400"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }

    private static func place(_ context: SiteContext) throws -> (id: String, record: Int64) {
        let text = try context.segment("record")
        guard let record = Int64(text) else { throw SiteError(.unknownObject, subject: "附件", detail: text) }
        return (try context.segment("source"), record)
    }

    /// An attachment of a source that the visitor may see, also one that was taken off.
    private func attachment(_ record: Int64, of id: String) async throws -> SourceAttachment {
        try await shell.read { page in
            let (file, _) = try page.sourceFile(id)
            let found = try SourceAttachmentStore.attachments(of: [file.id] + file.absorbed, in: page.connection)
            guard let attachment = found.first(where: { $0.sequence == record }) else {
                throw SiteError(.unknownObject, subject: "附件", detail: "第 \(record) 条")
            }
            return attachment
        }
    }

    private func record(
        _ id: String, _ make: (SiteServices) throws -> Action
    ) async throws -> Response {
        do {
            let services = shell.services
            let done = try await services.book.record(try make(services))
            return .redirect(to: SiteURL.source(id, recorded: done.sequence).path)
        } catch let error as RecordsError {
            guard error.code != .notPermitted, let words = SourceRefusal.words(error, nil) else { throw error }
            return try await refused(id, words)
        }
    }

    private func refused(_ id: String, _ message: String) async throws -> Response {
        try await shell.page(.source, status: .unprocessableContent) { try SourcePage(id, notice: message, in: $0) }
    }
}
