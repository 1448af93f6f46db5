import Documents
import Hummingbird
import Records
import Registry
import Standards

/// Taking lists of sources in: templates, what a file would change, the yes, the marked copy, taking a batch back.
struct SourceImportRoutes {
    /// The longest list that is taken through the web, in bytes; longer ones come by the command line.
    private static let greatestUpload = 32 << 20

    let shell: SiteShell
    private let shelf = UploadShelf()

    init(shell: SiteShell) { self.shell = shell }

    func add(to router: Router<SiteContext>) {
        addTemplates(to: router)
        addImport(to: router)
        addBatches(to: router)
    }

    private func addTemplates(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.sourceTemplateXLSX) { _, context in
            let id = try context.segment("kind")
            let (title, bytes) = try await shell.read { page in
                let kind = try page.sourceKind(id)
                return (kind.title, try SourceTemplate.workbook(of: kind, in: page.connection))
            }
            return FileResponse.xlsx(bytes, name: "\(title)导入模板")
        }
        router.get(.sourceTemplateCSV) { _, context in
            let id = try context.segment("kind")
            let kind = try await shell.read { try $0.sourceKind(id) }
            return FileResponse.csv(SourceTemplate.csv(of: kind), name: "\(kind.title)导入模板")
        }
    }

    private func addImport(to router: Router<SiteContext>) {
        let shell = shell
        let shelf = shelf
        router.get(.sourceImport) { _, context in
            let kind = try context.segment("kind")
            return try await shell.page(.sourceImport) { try SourceImportPage(kind, in: $0) }
        }
        router.get(.sourceImportMarked) { _, context in
            let kind = try context.segment("kind")
            let key = try context.segment("upload")
            guard let upload = shelf.upload(key), upload.order.kind == kind else {
                throw SiteError(.unknownObject, subject: "待导入的文件", detail: key)
            }
            let bytes = try await shell.read { page in
                _ = try page.sourceKind(kind)
                let plan = try Self.plan(upload, in: page)
                return try SourceMarkedCopy.workbook(of: upload.bytes, plan)
            }
            return FileResponse.xlsx(bytes, name: "标注-\(upload.order.fileName)")
        }
        router.post(.sourceImport) { request, context in
            let kind = try context.segment("kind")
            try await shell.read { _ = try $0.sourceKind(kind) }
            guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
                return try await apply(try await FormFields(posted: request, in: context), kind)
            }
            let body = try await request.body.collect(upTo: Self.greatestUpload)
            guard let form = MultipartForm(Array(body.readableBytesView), type: type),
                form.text(FormToken.field) == shell.services.formToken.text
            else { throw SiteError(.foreignForm) }
            guard let file = form.file("file") else {
                return try await refused(kind, nil, "请选择要导入的文件（csv 或 xlsx）。")
            }
            let order = SourceImport.Order(
                kind: kind, fileName: String((file.fileName ?? "").prefix(200)), origin: form.text("origin") ?? "",
                datum: SourcePoint.Datum(written: form.text("datum") ?? "") ?? .unknown,
                asksPeople: form.text("match") == "yes")
            let upload = UploadShelf.Upload(bytes: file.bytes, order: order)
            do {
                return try await preview(upload, key: shelf.keep(upload), error: nil)
            } catch let error as SourceImportError {
                return try await refused(kind, order, error.message + "。")
            } catch let error as DocumentError {
                return try await refused(kind, order, error.message)
            }
        }
    }

    private static func plan(_ upload: UploadShelf.Upload, in page: PageContext) throws -> SourceImportPlan {
        try SourceImport.plan(
            upload.bytes, upload.order, on: page.today, catalog: page.catalog, in: page.connection)
    }

    /// What a file would change, with the form that says yes.
    private func preview(_ upload: UploadShelf.Upload, key: String, error: String?) async throws -> Response {
        try await shell.page(.sourceImport, status: error == nil ? .ok : .unprocessableContent) { page in
            let plan = try Self.plan(upload, in: page)
            return try SourceImportPage(
                upload.order.kind, plan: (plan, key), order: upload.order, error: error, in: page)
        }
    }

    private func refused(_ kind: String, _ order: SourceImport.Order?, _ message: String) async throws -> Response {
        try await shell.page(.sourceImport, status: .unprocessableContent) { page in
            try SourceImportPage(kind, order: order, error: message, in: page)
        }
    }

    /// Takes in what was looked through.
    private func apply(_ fields: FormFields, _ kind: String) async throws -> Response {
        let services = shell.services
        guard services.formToken.isIn(fields) else { throw SiteError(.foreignForm) }
        let key = fields.first("upload") ?? ""
        guard let upload = shelf.upload(key), upload.order.kind == kind else {
            return try await refused(kind, nil, "预览已过期，没有导入。请重新选择文件。")
        }
        do {
            let (_, batch) = try await SourceImport.run(
                upload.bytes, upload.order, on: services.clock().beijingDate,
                after: fields.first("follows").flatMap { Int64($0) }, takesGoodRows: fields.first("good") == "yes",
                by: services.actor, into: services.book)
            shelf.forget(key)
            return .redirect(to: SiteURL.sourceBatch(batch.id, recorded: batch.sequence).path)
        } catch let error as SourceImportError {
            return try await preview(upload, key: key, error: error.message + "。")
        } catch let error as RecordsError {
            guard let words = SourceRefusal.words(error, nil) else { throw error }
            return try await preview(upload, key: key, error: words)
        }
    }

    private func addBatches(to router: Router<SiteContext>) {
        let shell = shell
        @Sendable func recording() -> SourceRecording { SourceRecording(services: shell.services) }
        router.get(.sourceBatch) { request, context in
            let id = try context.segment("batch")
            let recorded = try RequestQuery(request).record("recorded")
            return try await shell.page(.sourceBatch) { try SourceBatchPage(id, recorded: recorded, in: $0) }
        }
        router.post(.sourceBatch) { request, context in
            let id = try context.segment("batch")
            try await shell.read { _ = try SourceBatchPage(id, in: $0) }
            let fields = try await FormFields(posted: request, in: context)
            switch try await recording().undo(id, fields) {
            case .success(let sequence): return .redirect(to: SiteURL.sourceBatch(id, recorded: sequence).path)
            case .failure(let refused):
                return try await shell.page(.sourceBatch, status: .unprocessableContent) { page in
                    try SourceBatchPage(id, error: refused.attempt.error, in: page)
                }
            }
        }
    }
}
