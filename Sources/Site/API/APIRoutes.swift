import Crypto
import Hummingbird
import Ledger
import Records
import Storage

/// The API: reads what the pages show, by the same questions.
struct APIRoutes {
    let shell: SiteShell

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.apiDocument) { request, _ in try Self.answer(APIDocument.canonical, to: request) }
        router.get(.apiList) { request, context in
            let resource = try Self.resource(context, shell)
            let query = try APIQuery(request, of: resource)
            let page = try await shell.read { context in
                let rows = try resource.list(query, context)
                let shown = rows.prefix(query.limit)
                return [
                    "items": .array(shown.map(\.canonical)),
                    "next": rows.count > query.limit ? shown.last.map { .string($0.id) } ?? .null : .null,
                    "asOf": .integer(try RecordStore.lastSequence(in: context.connection)),
                ] as CanonicalValue
            }
            return try Self.answer(page, to: request)
        }
        router.get(.apiItem) { request, context in
            let resource = try Self.resource(context, shell)
            let id = try context.segment("id")
            guard let row = try await shell.read({ try resource.item(id, $0) }) else {
                throw SiteError(.unknownObject, subject: resource.title, detail: id)
            }
            return try Self.answer(row.canonical, to: request)
        }
    }

    /// - Throws: `SiteError` with `.notFound` or `.notPermitted`.
    private static func resource(_ context: SiteContext, _ shell: SiteShell) throws -> APIResource {
        guard let resource = APIResources.named(try context.segment("resource")) else { throw SiteError(.notFound) }
        guard resource.limitsItself || shell.services.visitor.range == nil else { throw SiteError(.notFound) }
        guard shell.services.visitor.may(resource.right) else {
            throw SiteError(.notPermitted, detail: resource.right.rawValue)
        }
        return resource
    }

    /// The answer with its mark, or word that it is what the asker has already.
    private static func answer(_ value: CanonicalValue, to request: Request) throws -> Response {
        let bytes = try value.bytes()
        let tag = "\"\(Hexadecimal.text(SHA256.hash(data: bytes).prefix(16)))\""
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: [.eTag: tag]) }
        return Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8", .eTag: tag],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
