import Hummingbird

extension FormFields {
    /// Reads the body of a post.
    ///
    /// - Throws: `HTTPError` with 413 beyond `maxUploadSize`.
    init(posted request: Request, in context: SiteContext) async throws {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        self.init(String(buffer: body))
    }

    /// Reads the body of a post that must come from a page of the visitor's own.
    ///
    /// - Throws: `SiteError` with `.foreignForm` when it does not; `HTTPError` with 413 beyond `maxUploadSize`.
    init(posted request: Request, in context: SiteContext, by services: SiteServices) async throws {
        try await self.init(posted: request, in: context)
        guard services.formToken.isIn(self) else { throw SiteError(.foreignForm) }
    }
}
