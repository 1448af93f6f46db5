import Hummingbird

/// Lets in only those who asked for this machine by a name of its own, as long as there are no accounts.
struct HostCheck: RouterMiddleware {
    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        // With accounts a strange name carries no cookie of ours.
        guard case .localOperator = Visitor.current else { return try await next(request, context) }
        let hosts = RequestHost.all(of: request)
        guard !hosts.isEmpty, hosts.allSatisfy(\.isLoopback) else {
            let stranger = hosts.first { !$0.isLoopback }
            throw SiteError(.wrongHost, detail: stranger?.authority ?? "")
        }
        return try await next(request, context)
    }
}
