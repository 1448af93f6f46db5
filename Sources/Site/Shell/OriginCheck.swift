import Hummingbird

/// Takes posted forms only from pages of this very origin: `Origin`, or where it is not sent `Referer`, must name the
/// host that the request went to.
struct OriginCheck: RouterMiddleware {
    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        guard ![.get, .head].contains(request.method) else { return try await next(request, context) }
        let host = RequestHost.all(of: request).first?.authority
        let referer = HTTPFields.Element.Name("Referer").flatMap { request.headers[$0] }
        let origin = HTTPFields.Element.Name("Origin").flatMap { request.headers[$0] } ?? referer
        guard let host, let origin, Self.authority(of: origin) == host else {
            throw SiteError(.foreignForm, detail: origin ?? "")
        }
        return try await next(request, context)
    }

    /// What stands between the scheme and the path; nil for anything that is no address of the web (`null`).
    static func authority(of address: String) -> String? {
        let lowered = address.lowercased()
        guard let scheme = ["http://", "https://"].first(where: lowered.hasPrefix) else { return nil }
        return String(lowered.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
}
