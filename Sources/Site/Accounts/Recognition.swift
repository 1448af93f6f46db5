import Accounts
import Hummingbird
import Records
import Storage

/// Finds out who asks: the owner of the session in the cookie, nobody, or – as long as there are no accounts – whoever sits at the
/// machine.
struct Recognition: RouterMiddleware {
    let services: SiteServices
    let errors: ErrorPages

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let visitor: Visitor
        do {
            visitor = try await self.visitor(of: request, context)
        } catch {
            return await errors.answer(to: error, request, context)
        }
        var recognised = context
        recognised.door = RouteDoor(visitor: visitor, services: services)
        let known = recognised
        return try await Visitor.$current.withValue(visitor) { try await next(request, known) }
    }

    private func visitor(of request: Request, _ context: SiteContext) async throws -> Visitor {
        guard let desk = services.desk,
            try await services.book.database.read({ try AccountStore.hasAccounts(in: $0) })
        else { return .localOperator }
        if let token = Self.bearer(of: request) {
            let source = RequestSource.address(of: request, context, services)
            return try await desk.program(with: token, from: source).map(Visitor.signedIn) ?? .nobody
        }
        guard let token = SessionCookie.token(in: request), let person = try await desk.visitor(with: token) else {
            return .nobody
        }
        return .signedIn(person)
    }

    /// The token of a program.
    private static func bearer(of request: Request) -> String? {
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }
}
