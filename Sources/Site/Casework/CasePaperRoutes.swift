import Casework
import Documents
import Dossier
import Hummingbird
import Records
import Registry
import Standards
import Storage

/// 文书: begun, changed, numbered, printed, signed, brought back, spoiled.
struct CasePaperRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        addReading(to: router)
        addWriting(to: router)
        addSigning(to: router)
    }

    private func addReading(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.matterPapers) { _, context in
            let id = try context.segment("matter")
            return try await shell.page(.caseContents) { try CaseContentsPage(id, in: $0) }
        }
        router.get(.matterArchive) { _, context in
            let id = try context.segment("matter")
            let (paper, name) = try await shell.read { page -> (Paper, String) in
                let file = try CasePaperPage.file(id, in: page)
                let order = try ArchiveOrder(page.catalog, on: page.today)
                let profile = try BureauProfile(page.catalog, on: page.today)
                let printing = ArchivePrinting(file, order: order, bureau: profile["name"] ?? page.bureauName)
                return (printing.paper(on: page.today), "\(file.title) 卷皮目录")
            }
            return FileResponse.docx(try DocxWriter().write(paper), name: name)
        }
        router.get(.newPaper) { request, context in
            let id = try context.segment("matter")
            let document = RequestQuery(request).text("document") ?? ""
            return try await shell.page(.casePaper) {
                try CasePaperPage(new: document, of: id, nil, error: nil, in: $0)
            }
        }
        router.get(.casePaper) { _, context in
            let (id, paper) = try Self.place(context)
            return try await shell.page(.casePaper) { try CasePaperPage(paper, of: id, nil, error: nil, in: $0) }
        }
        router.get(.casePaperDocx) { _, context in
            let (id, paper) = try Self.place(context)
            let (printed, name) = try await shell.read { page -> (Paper, String) in
                let stored = try CasePaperPage.stored(paper, of: id, in: page)
                let form = try CasePaperPage.form(of: stored, in: page)
                let isDraft =
                    !form.missing(in: stored.paper).isEmpty || (form.series != nil && stored.paper.number == nil)
                let name = "\(stored.paper.document)\(stored.paper.number ?? "")（第\(stored.paper.revision)稿）"
                return (try CasePaperPage.printed(stored, form, isDraft: isDraft, in: page), name)
            }
            return FileResponse.docx(try DocxWriter().write(printed), name: name)
        }
        router.get(.casePaperScan) { _, context in
            let (id, paper) = try Self.place(context)
            let scan = try await shell.read { try CasePaperPage.stored(paper, of: id, in: $0).scan }
            guard let scan, let form = AttachmentForm(rawValue: scan.form) else { throw SiteError(.notFound) }
            let bytes = try shell.services.book.archive.attachments.bytes(of: scan.id)
            return FileResponse.file(bytes, type: form.mediaType, name: scan.name)
        }
    }

    private func addWriting(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.newPaper) { request, context in
            let id = try context.segment("matter")
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let attempt = PaperAttempt(fields: fields)
            do {
                let form = try await shell.read { page -> PaperForm in
                    let book = try page.casework.forms
                    guard let form = book.form(ofDocument: attempt.document, on: page.today) else {
                        throw PaperRefusal(.unknownForm, [attempt.document])
                    }
                    return form
                }
                let draft = try attempt.draft(form, attempt.document)
                let paper = try await desk.begin(draft, in: MatterID(rawValue: id), by: shell.services.actor)
                return .redirect(to: SiteURL.paper(paper, of: id).path)
            } catch {
                let message = try await Self.message(error, shell)
                return try await shell.page(.casePaper, status: .unprocessableContent) {
                    try CasePaperPage(new: attempt.document, of: id, attempt, error: message, in: $0)
                }
            }
        }
        router.post(.casePaper) { request, context in
            let (id, paper) = try Self.place(context)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            let attempt = PaperAttempt(fields: fields)
            return try await work(paper, of: id, attempt) {
                let (stored, form) = try await shell.read { page in
                    let stored = try CasePaperPage.stored(paper, of: id, in: page)
                    return (stored, try CasePaperPage.form(of: stored, in: page))
                }
                try await desk.revise(
                    try attempt.draft(form, stored.paper.document), of: stored.paper.id, in: stored.matter,
                    after: attempt.follows ?? 0, by: shell.services.actor)
            }
        }
    }

    private func addSigning(to router: Router<SiteContext>) {
        let shell = shell
        router.post(.casePaperNumber) { request, context in
            let (id, paper) = try Self.place(context)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            return try await work(paper, of: id, nil) {
                try await desk.number(
                    PaperID(rawValue: paper), in: MatterID(rawValue: id), after: Self.follows(fields),
                    by: shell.services.actor)
            }
        }
        router.post(.casePaperSignature) { request, context in
            let (id, paper) = try Self.place(context)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            return try await work(paper, of: id, nil) {
                try await desk.sign(
                    PaperID(rawValue: paper), as: fields.first("part") ?? "", in: MatterID(rawValue: id),
                    after: Self.follows(fields), by: shell.services.actor)
            }
        }
        router.post(.casePaperSpoil) { request, context in
            let (id, paper) = try Self.place(context)
            let fields = try await FormFields(posted: request, in: context, by: shell.services)
            return try await work(paper, of: id, nil) {
                try await desk.spoil(
                    PaperID(rawValue: paper), reason: fields.first("reason") ?? "", in: MatterID(rawValue: id),
                    after: Self.follows(fields), by: shell.services.actor)
            }
        }
        router.post(.casePaperReturn) { request, context in
            let (id, paper) = try Self.place(context)
            let form = try await Self.multipart(request, shell)
            return try await work(paper, of: id, nil) {
                let signers = try await shell.read { page in
                    try CasePaperPage.form(of: CasePaperPage.stored(paper, of: id, in: page), in: page).signers
                }
                let back = try Self.back(form, signers, today: shell.services.clock().beijingDate, shell)
                try await desk.complete(
                    PaperID(rawValue: paper), with: back, in: MatterID(rawValue: id),
                    after: form.text(StepAttempt.Field.follows).flatMap { Int64($0) } ?? 0, by: shell.services.actor)
            }
        }
    }

    private var desk: PaperDesk { PaperDesk(shell.services.book) }

    private static func follows(_ fields: FormFields) -> Int64 {
        fields.first(StepAttempt.Field.follows).flatMap { Int64($0) } ?? 0
    }

    /// The form of a return with its scan.
    ///
    /// - Throws: `SiteError` with `.foreignForm`.
    private static func multipart(_ request: Request, _ shell: SiteShell) async throws -> MultipartForm {
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/form-data") else {
            throw SiteError(.foreignForm)
        }
        let body = try await request.body.collect(upTo: AttachmentForm.greatestBytes + 64 << 10)
        guard let form = MultipartForm(Array(body.readableBytesView), type: type),
            form.text(FormToken.field) == shell.services.formToken.text
        else { throw SiteError(.foreignForm) }
        return form
    }

    private static func back(
        _ form: MultipartForm, _ parts: [PaperSigner], today: CivilDate, _ shell: SiteShell
    ) throws -> PaperDesk.Return {
        guard let file = form.file("scan") else { throw PaperRefusal(.scanMissing) }
        let name = String((file.fileName ?? "").split(whereSeparator: { "/\\".contains($0) }).last ?? "")
        let found: AttachmentForm
        do throws(AttachmentFault) {
            found = try AttachmentForm.of(file.bytes, named: name)
        } catch {
            throw PaperRefusal(.elementWrong, [error.message])
        }
        let day = form.text("day").flatMap { CivilDate($0) } ?? today
        let refuses = form.text("way") == "refused"
        var signers: [PaperCompletion.Signer] = []
        for (index, part) in parts.enumerated() {
            let count = min(50, form.text("signed-\(index)").flatMap { Int($0) } ?? 0)
            for _ in 0..<max(0, count) {
                signers.append(PaperCompletion.Signer(part: part.part, person: nil, day: day))
            }
        }
        if form.text("witness") != nil { signers.append(PaperCompletion.Signer(part: "见证人", person: nil, day: day)) }
        let stored = try shell.services.book.archive.attachments.store(file.bytes)
        return PaperDesk.Return(
            way: refuses ? .refused : .scan, code: form.text("code") ?? "",
            scan: PaperScan(
                id: stored, form: found.rawValue, size: Int64(file.bytes.count), name: String(name.suffix(200))),
            signers: signers, pages: form.text("pages").flatMap { Int($0) } ?? 0,
            signedPages: form.text("signed-pages").flatMap { Int($0) } ?? 0, note: form.text("note") ?? "", day: day)
    }

    private static func place(_ context: SiteContext) throws -> (matter: String, paper: String) {
        (try context.segment("matter"), try context.segment("paper"))
    }

    /// Does something with a paper and shows it again, with why nothing was recorded where it was not.
    private func work(
        _ paper: String, of id: String, _ attempt: PaperAttempt?, _ work: () async throws -> Void
    ) async throws -> Response {
        do {
            try await work()
            return .redirect(to: SiteURL.paper(PaperID(rawValue: paper), of: id).path)
        } catch {
            let message = try await Self.message(error, shell)
            return try await shell.page(.casePaper, status: .unprocessableContent) {
                try CasePaperPage(paper, of: id, attempt, error: message, in: $0)
            }
        }
    }

    private static func message(_ error: any Error, _ shell: SiteShell) async throws -> String {
        if let refusal = error as? PaperRefusal { return refusal.message + "。" }
        return try await MatterRoutes.message(error, shell)
    }
}
