import Accounts
import Hummingbird
import Records
import Reporting
import Storage

/// What everybody may see: the documents that were made public, and the means to check every number in them.
struct PublicRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.publicDesk) { request, _ in
            let typed = RequestQuery(request).text("id") ?? ""
            guard !typed.isEmpty else { return try await shell.page(.publicDesk) { try PublicDeskPage(in: $0) } }
            guard let id = ClaimID(rawValue: typed) else {
                return try await Self.refused("“\(typed)”不是数字凭证编号。编号由 12 个字母和数字组成，四个一组，如 7F3K-2M9Q-4X6T。", typed, shell)
            }
            let found = try await shell.services.book.database.read { connection in
                try SealStore.documents(printing: id, in: connection).last { document in
                    try PublicationStore.publication(of: document.sequence, in: connection)?.isOpen == true
                }
            }
            guard let found else { return try await Self.refused("已公开的文件中没有编号为 \(id.rawValue) 的数字凭证。", typed, shell) }
            return .redirect(to: SiteURL.publicDocument(found, claim: id).path)
        }
        router.get(.publicDocument) { request, context in
            let query = RequestQuery(request)
            let (id, period) = (try context.segment("report"), try context.segment("period"))
            let record = try query.record("asof")
            let found = try await Self.document("\(id)/\(period)", asOf: record, shell)
            // Whoever works here comes by the same code from paper to the document of the house.
            guard let document = found else {
                guard shell.services.visitor.may(.viewReporting), let record else {
                    throw SiteError(.unknownObject, subject: "公开文件", detail: "\(id) \(period)")
                }
                return .redirect(to: SiteURL.report(id, period).asOf(record).path)
            }
            let claim = query.text("claim").flatMap { ClaimID(rawValue: $0) }
            return try await shell.page(.publicDocument) { try PublicDocumentPage(document, asked: claim, in: $0) }
        }
        router.get(.publicDocx) { request, context in
            let (id, period) = (try context.segment("report"), try context.segment("period"))
            let record = try RequestQuery(request).record("asof")
            guard let document = try await Self.document("\(id)/\(period)", asOf: record, shell) else {
                throw SiteError(.unknownObject, subject: "公开文件", detail: "\(id) \(period)")
            }
            let bytes = try shell.services.book.archive.attachments.bytes(of: document.file)
            return FileResponse.docx(bytes, name: "\(document.title) \(document.period)")
        }
    }

    private static func refused(_ words: String, _ typed: String, _ shell: SiteShell) async throws -> Response {
        try await shell.page(.publicDesk, status: .unprocessableContent) {
            try PublicDeskPage(typed: typed, refusal: words, in: $0)
        }
    }

    /// A document that is public now: as of a record, or without one the last.
    private static func document(
        _ subject: String, asOf: Int64?, _ shell: SiteShell
    ) async throws -> SealedDocument? {
        try await shell.services.book.database.read { connection in
            try SealStore.all(subject, in: connection).first { document in
                guard asOf == nil || document.asOf == asOf else { return false }
                return try PublicationStore.publication(of: document.sequence, in: connection)?.isOpen == true
            }
        }
    }
}
