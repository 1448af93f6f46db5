import Hummingbird

/// Headers that every answer carries: nothing from elsewhere, no framing, no guessing of types, nothing kept by caches.
struct SecurityHeaders: RouterMiddleware {
    /// For a year browsers that came over TLS come by no other way (RFC 6797).
    private static let strictTransport = "max-age=31536000"

    let isSecure: Bool

    /// Only our own files; drawings may be data addresses inside documents.
    static let policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // The page of the map allows its workers besides.
        if response.headers[.contentSecurityPolicy] == nil { response.headers[.contentSecurityPolicy] = Self.policy }
        response.headers[.xContentTypeOptions] = "nosniff"
        // For browsers that do not know frame-ancestors.
        if let name = HTTPFields.Element.Name("X-Frame-Options") { response.headers[name] = "DENY" }
        if let name = HTTPFields.Element.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        if isSecure { response.headers[.strictTransportSecurity] = Self.strictTransport }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
