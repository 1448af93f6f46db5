import Accounts
import Hummingbird
import Records

/// The door of every route: whom it lets in, and what is noted of who came.
struct RouteDoor: Sendable {
    let visitor: Visitor
    let services: SiteServices

    /// Answers a request at a route, or turns it away.
    ///
    /// - Throws: `SiteError` with `.signInNeeded`, `.notPermitted`, or `.notFound` for what lies outside of a range.
    func answer(
        _ request: Request, at route: SiteRoute, _ context: SiteContext,
        _ handler: @Sendable (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        switch route.access.answer(to: visitor) {
        case .enter: break
        case .signIn where [.get, .head].contains(request.method) && !route.isAPI:
            return .redirect(to: SiteURL.signIn(next: request.uri.string).path)
        case .signIn: throw SiteError(.signInNeeded)
        case .duty where route.isAPI: throw SiteError(.signInNeeded)
        case .duty(let address): return .redirect(to: address.path)
        // The first page is everybody's address; who may not see it has another first page.
        case .refuse where route == .morning, .within where route == .morning:
            return .redirect(to: MenuPlace.home(of: visitor).path)
        case .within where route.limitsItself: break
        case .within(let range):
            let check = RangeCheck(book: services.book)
            guard try await check.holds(range, for: route, context) else {
                noteRefusal(request, context)
                throw SiteError(.notFound)
            }
        case .refuse(let right):
            noteRefusal(request, context)
            throw SiteError(.notPermitted, detail: right.rawValue)
        }
        let response: Response
        do {
            response = try await handler(request, context)
        } catch let error as RecordsError where error.code == .notPermitted {
            noteRefusal(request, context)
            throw error
        }
        if route.isExport, response.status == .ok, request.method == .get {
            try await noteExport(request, context)
        }
        return response
    }

    /// Counted by minute, so that nobody fills the ledger by trying.
    private func noteRefusal(_ request: Request, _ context: SiteContext) {
        guard case .signedIn(let person) = visitor else { return }
        services.desk?.noteRefusal(of: person, from: RequestSource.address(of: request, context, services))
    }

    /// What leaves the system is on record.
    private func noteExport(_ request: Request, _ context: SiteContext) async throws {
        guard case .signedIn(let person) = visitor, let desk = services.desk else { return }
        try await desk.recordExport(
            of: request.uri.string, by: person, from: RequestSource.address(of: request, context, services))
    }
}

extension SiteRoute {
    /// Whether its answer is a file with data that leaves the system.
    var isExport: Bool {
        switch self {
        case .sourceTemplateXLSX, .sourceTemplateCSV: false
        case .sourceAttachment: true
        default: [".csv", ".docx", ".xlsx", ".zip"].contains { rawValue.hasSuffix($0) }
        }
    }
}
