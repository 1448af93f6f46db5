import Hummingbird

extension FormFields {
    /// Reads the body of a post.
    ///
    /// - Throws: `HTTPError` with 413 beyond `maxUploadSize`.
    init(posted request: Request, in context: SiteContext) async throws {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        self.init(String(buffer: body))
    }
}
