import Hummingbird

extension Router<SiteContext> {
    /// Answers GET (and HEAD) at a route.
    func get(
        _ route: SiteRoute, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        get(RouterPath(route.rawValue), use: handler)
    }

    /// Answers POST at a route.
    func post(
        _ route: SiteRoute, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        post(RouterPath(route.rawValue), use: handler)
    }
}
