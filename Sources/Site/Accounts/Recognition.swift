import Accounts
import Hummingbird
import Records
import Storage

/// Finds out who asks: the owner of the session in the cookie, nobody, or – as long as there are no accounts – whoever sits at the
/// machine. It asks the store once, for who comes with a session or a token; assets are everybody's and ask nothing.
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
        if SiteRoute.isAsset(request.uri.path) { return .nobody }
        guard let desk = services.desk, try await desk.hasAccounts() else { return .localOperator }
        let source = RequestSource.address(of: request, context, services)
        if let token = Self.bearer(of: request) {
            if let program = try await desk.program(with: token, from: source) {
                try Self.admit(
                    try desk.wait(.program(program.session.id), of: program.account.login, from: source))
                return .signedIn(program)
            }
            desk.noteUnknownToken(from: source)
        } else if let token = SessionCookie.token(in: request), let person = try await desk.visitor(with: token) {
            return .signedIn(person)
        }
        try Self.admit(try desk.wait(.stranger(from: source), from: source))
        return .nobody
    }

    /// - Parameter seconds: to wait; nil for none.
    /// - Throws: `SiteError` with `.tooManyRequests`.
    private static func admit(_ seconds: Int64?) throws {
        if let seconds { throw SiteError(.tooManyRequests, detail: String(seconds)) }
    }

    /// The token of a program.
    private static func bearer(of request: Request) -> String? {
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }
}
