import Hummingbird

/// The API only reads: every other method is told so, whoever asks.
struct APIMethodCheck: RouterMiddleware {
    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path.hasPrefix(SiteRoute.apiPrefix), ![.get, .head].contains(request.method) else {
            return try await next(request, context)
        }
        throw SiteError(.onlyRead, detail: request.method.rawValue)
    }
}
