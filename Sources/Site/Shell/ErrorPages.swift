import Hummingbird
import Logging

/// Turns every error into a page that says what happened and how to go on; what nobody foresaw is logged with the number
/// of the request.
struct ErrorPages: RouterMiddleware {
    let shell: SiteShell

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            return await answer(to: error, request, context)
        }
    }

    /// The page that says what happened.
    func answer(to error: any Error, _ request: Request, _ context: SiteContext) async -> Response {
        let trouble = Trouble(error)
        if trouble.isOurs {
            context.logger.error(
                "request failed",
                metadata: ["path": "\(request.uri.path)", "method": "\(request.method)", "error": "\(error)"])
        }
        let isAPI = request.uri.path.hasPrefix(SiteRoute.apiPrefix)
        var response =
            isAPI
            ? ProblemAnswer.response(trouble) : await page(trouble, requestID: trouble.isOurs ? context.id : nil)
        if let seconds = trouble.retrySeconds { response.headers[.retryAfter] = seconds }
        return response
    }

    private func page(_ trouble: Trouble, requestID: String?) async -> Response {
        let page: ErrorPage
        do {
            // Who asks too often costs no question to the store.
            if trouble.status == .tooManyRequests { throw SiteError(.tooManyRequests) }
            page = try await shell.read { context in
                trouble.page(frame: PageFrame(trouble.headline, in: context, at: nil), requestID: requestID)
            }
        } catch {
            let frame = PageFrame(withoutStore: trouble.headline, assetVersion: shell.assets.version)
            page = trouble.page(frame: frame, requestID: requestID)
        }
        // Safe: without its template even an error is said in plain words.
        return (try? shell.html(page, as: .error, status: trouble.status))
            ?? Response(
                status: trouble.status, headers: [.contentType: "text/plain; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "\(trouble.headline)。\(trouble.explanation)")))
    }
}
