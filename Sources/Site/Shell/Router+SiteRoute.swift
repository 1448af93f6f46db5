import Hummingbird

extension Router<SiteContext> {
    /// Answers GET (and HEAD) at a route.
    func get(
        _ route: SiteRoute, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        get(RouterPath(route.rawValue), use: guarded(route, handler))
    }

    /// Answers POST at a route.
    func post(
        _ route: SiteRoute, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        post(RouterPath(route.rawValue), use: guarded(route, handler))
    }

    /// Lets in only whom the route is for; nobody where no one was recognised.
    private func guarded(
        _ route: SiteRoute, _ handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) -> @Sendable (Request, SiteContext) async throws -> Response {
        { request, context in
            guard let door = context.door else { throw SiteError(.notPermitted) }
            return try await door.answer(request, at: route, context, handler)
        }
    }
}
