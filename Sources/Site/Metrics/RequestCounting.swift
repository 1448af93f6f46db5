import HTTPTypes
import Hummingbird
import NIOCore

/// Counts every request by its route and status.
struct RequestCounting: RouterMiddleware {
    /// Methods that have a name of their own in metrics; a caller may send any word.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post]

    let tally: RequestTally

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        let start = NIODeadline.now()
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "other"
        func count(_ status: Int) {
            let time = (NIODeadline.now() - start).nanoseconds / 1_000_000
            tally.add(
                RequestTally.Key(method: method, route: context.endpointPath ?? "none", status: status),
                milliseconds: time)
        }
        do {
            let response = try await next(request, context)
            count(response.status.code)
            return response
        } catch {
            count((error as? any HTTPResponseError)?.status.code ?? 500)
            throw error
        }
    }
}
