import Hummingbird
import Records
import Storage

/// What all routes share: the services of the house, templates and assets.
struct SiteShell: Sendable {
    private let base: SiteServices
    let templates: PageTemplates
    let assets: SiteAssets

    init(_ services: SiteServices) throws {
        base = services
        templates = try PageTemplates()
        assets = try SiteAssets()
    }

    /// The services as the visitor of this request may use them.
    var services: SiteServices { base.acting(for: Visitor.current) }

    /// Asks the store for something, all of it in one consistent state.
    ///
    /// - Throws: for the past as `PastStates.state(at:)`.
    func read<Value: Sendable>(
        asOf: AsOf = .live, _ make: @escaping @Sendable (PageContext) throws -> Value
    ) async throws -> Value {
        try await PastReading(services).read(asOf: asOf, assetVersion: assets.version, make)
    }

    /// A page made from one consistent state of the store.
    func page<Page: Sendable>(
        _ template: PageTemplate, asOf: AsOf = .live, status: HTTPResponse.Status = .ok,
        _ make: @escaping @Sendable (PageContext) throws -> Page
    ) async throws -> Response {
        let page = try await read(asOf: asOf, make)
        return try html(page, as: template, status: status)
    }

    /// How the ledger stands now, for pages of evidence.
    ///
    /// - Parameter asOf: the moment that the page shows.
    func standing(asOf: AsOf) async throws -> LedgerStanding {
        var through: Int64?
        if case .at(let sequence) = asOf { through = sequence }
        return try await services.book.database.read { [through] in
            try LedgerStanding(through: through, in: $0)
        }
    }

    /// A page that is ready.
    func html(
        _ page: any Sendable, as template: PageTemplate, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let buffer = ByteBuffer(string: try templates.render(page, as: template))
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: buffer))
    }
}
