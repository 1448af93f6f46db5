import Casework
import Dossier
import Hummingbird
import Law
import Ledger
import Records
import Registry
import Standards
import Storage

/// The pages of case files: parties, charges with their fines, evidence.
struct CaseFileRoutes {
    let shell: SiteShell
    private let thumbnails = ThumbnailMaker()

    init(shell: SiteShell) { self.shell = shell }

    /// Makes a page of a view, with why an attempt was refused.
    private typealias Make = @Sendable (CaseFileView, String?, String?) throws -> CaseFilePage

    private static let parties: Make = { try CaseFilePage(parties: $0, error: $1, notice: $2) }
    private static let charges: Make = { try CaseFilePage(charges: $0, error: $1, notice: $2) }
    private static let evidence: Make = { try CaseFilePage(evidence: $0, error: $1, notice: $2) }

    private static let disclosure: Make = { try CaseFilePage(disclosure: $0, error: $1, notice: $2) }

    func add(to router: Router<SiteContext>) {
        let places: [(SiteRoute, Make)] = [
            (.caseParties, Self.parties), (.caseCharges, Self.charges), (.caseEvidence, Self.evidence),
            (.caseDisclosure, Self.disclosure),
        ]
        for (route, make) in places {
            router.get(route) { request, context in
                let query = RequestQuery(request)
                let asOf = try query.record("asof")
                let recorded = try query.record("recorded")
                let id = try context.segment("matter")
                return try await shell.page(.caseFile) { page in
                    let notice = try recorded.flatMap { sequence -> String? in
                        guard let record = try RecordStore.record(sequence, in: page.connection) else { return nil }
                        return "已记入台账第 \(sequence) 条：\(page.services.book.word(ofAction: record.action))。"
                    }
                    return try make(CaseFileView(id, asOf: asOf, entered: query.fields, in: page), nil, notice)
                }
            }
        }
        addForms(to: router)
        addFiles(to: router)
        addDisclosure(to: router)
    }

    private func addForms(to router: Router<SiteContext>) {
        router.post(.caseParties) { request, context in
            let matter = MatterID(rawValue: try context.segment("matter"))
            let services = shell.services
            let fields = try await FormFields(posted: request, in: context, by: services)
            return try await answer(matter, fields, Self.parties, .caseParties(matter)) {
                try await CaseFileRecording(services: services, matter: matter).party(fields)
            }
        }
        router.post(.caseCharges) { request, context in
            let matter = MatterID(rawValue: try context.segment("matter"))
            let services = shell.services
            let fields = try await FormFields(posted: request, in: context, by: services)
            return try await answer(matter, fields, Self.charges, .caseCharges(matter)) {
                try await CaseFileRecording(services: services, matter: matter).charge(fields)
            }
        }
        router.post(.caseEvidence) { request, context in
            let matter = MatterID(rawValue: try context.segment("matter"))
            let services = shell.services
            let form = try await Self.upload(request, services, upTo: AttachmentForm.greatestRecordingBytes)
            return try await answer(matter, FormFields(form), Self.evidence, .caseEvidence(matter)) {
                try await CaseFileRecording(services: services, matter: matter).evidence(form)
            }
        }
        router.post(.caseMonitoring) { request, context in
            let matter = MatterID(rawValue: try context.segment("matter"))
            let services = shell.services
            let fields = try await FormFields(posted: request, in: context, by: services)
            let logger = context.logger
            return try await answer(matter, fields, Self.evidence, .caseEvidence(matter)) {
                try await MonitoringDraw(services: services, logger: logger, matter: matter).draw(fields)
            }
        }
        router.post(.caseEvidenceDeed) { request, context in
            let (matter, number) = try Self.place(context)
            let services = shell.services
            let fields = try await FormFields(posted: request, in: context, by: services)
            let item = try await self.item(number, of: matter)
            return try await answer(matter, fields, Self.evidence, .caseEvidence(matter)) {
                try await CaseFileRecording(services: services, matter: matter).deed(fields, item.id)
            }
        }
    }

    private func addDisclosure(to router: Router<SiteContext>) {
        router.post(.caseDisclosure) { request, context in
            let matter = MatterID(rawValue: try context.segment("matter"))
            let services = shell.services
            let isUpload = request.headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true
            let recording = CaseFileRecording(services: services, matter: matter)
            if isUpload {
                let form = try await Self.upload(request, services, upTo: AttachmentForm.greatestBytes)
                return try await answer(matter, FormFields(form), Self.disclosure, .caseDisclosure(matter)) {
                    try await recording.publication(form)
                }
            }
            let fields = try await FormFields(posted: request, in: context, by: services)
            return try await answer(matter, fields, Self.disclosure, .caseDisclosure(matter)) {
                try await recording.disclosure(fields)
            }
        }
    }

    /// The body of a form with a file, from a page of the visitor's own.
    private static func upload(
        _ request: Request, _ services: SiteServices, upTo most: Int
    ) async throws -> MultipartForm {
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
            throw SiteError(.foreignForm)
        }
        let body = try await request.body.collect(upTo: most + 64 << 10)
        guard let form = MultipartForm(Array(body.readableBytesView), type: type),
            form.text(FormToken.field) == services.formToken.text
        else { throw SiteError(.foreignForm) }
        return form
    }

    private func addFiles(to router: Router<SiteContext>) {
        let thumbnails = thumbnails
        router.get(.caseEvidenceFile) { _, context in
            let (matter, number) = try Self.place(context)
            guard case .file(let id, let name, _) = try await item(number, of: matter).content,
                let form = AttachmentForm.ofName(name)
            else { throw SiteError(.unknownObject, subject: "证据文件", detail: "\(number)") }
            return FileResponse.file(
                try shell.services.book.archive.attachments.bytes(of: id), type: form.mediaType, name: name)
        }
        router.get(.caseEvidenceThumbnail) { _, context in
            let (matter, number) = try Self.place(context)
            guard case .file(let id, let name, _) = try await item(number, of: matter).content,
                let form = AttachmentForm.ofName(name), form.isPicture
            else { throw SiteError(.unknownObject, subject: "缩略图", detail: "\(number)") }
            let store = shell.services.book.archive.attachments
            let outcome = try await thumbnails.thumbnail(of: id, form: form.rawValue) { try store.bytes(of: id) }
            guard case .picture(let bytes) = outcome else {
                throw SiteError(.unknownObject, subject: "缩略图", detail: name)
            }
            return Response(
                status: .ok, headers: [.contentType: "image/png", .cacheControl: "private, max-age=86400"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
    }

    private static func place(_ context: SiteContext) throws -> (MatterID, Int) {
        let text = try context.segment("number")
        guard let number = Int(text) else { throw SiteError(.unknownObject, subject: "证据", detail: text) }
        return (MatterID(rawValue: try context.segment("matter")), number)
    }

    private func item(_ number: Int, of matter: MatterID) async throws -> EvidenceItem {
        try await shell.read { page in
            let items = try EvidenceStore.items(of: matter, in: page.connection)
            guard let item = items.first(where: { $0.number == number }) else {
                throw SiteError(.unknownObject, subject: "证据", detail: "\(number)")
            }
            return item
        }
    }

    /// Goes to the page after what was put on record, or shows it again with what was entered and why it was refused.
    private func answer(
        _ matter: MatterID, _ fields: FormFields, _ make: @escaping Make, _ url: SiteURL,
        _ work: () async throws -> LedgerRecord
    ) async throws -> Response {
        do {
            let done = try await work()
            return .redirect(to: "\(url.path)?recorded=\(done.sequence)")
        } catch {
            guard let words = CaseFileRefusalWords.words(error) else { throw error }
            return try await shell.page(.caseFile, status: .unprocessableContent) { page in
                try make(CaseFileView(matter.rawValue, asOf: nil, entered: fields, in: page), words, nil)
            }
        }
    }
}

extension FormFields {
    /// The texts of a form with files.
    init(_ form: MultipartForm) {
        let pairs = form.parts.filter { $0.fileName == nil }.map { part in
            "\(PercentCoding.encoded(part.name))=\(PercentCoding.encoded(String(decoding: part.bytes, as: UTF8.self)))"
        }
        self.init(pairs.joined(separator: "&"))
    }
}
