import Hummingbird
import Ledger

/// An error as a program is told of it (RFC 9457).
enum ProblemAnswer {
    static func response(_ trouble: Trouble) -> Response {
        let detail = ([trouble.explanation] + trouble.remedies).joined(separator: " ")
        let value: CanonicalValue = [
            "type": "about:blank", "title": .string(trouble.headline), "status": .integer(Int64(trouble.status.code)),
            "detail": .string(detail), "code": .string(trouble.code),
        ]
        var headers: HTTPFields = [.contentType: "application/problem+json; charset=utf-8"]
        if trouble.status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        if trouble.status == .methodNotAllowed { headers[.allow] = "GET, HEAD" }
        let bytes = (try? value.bytes()) ?? []
        return Response(
            status: trouble.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension SiteRoute {
    /// Where programs ask: they are told of errors as JSON and never sent to a page.
    static let apiPrefix = "/api/"
    var isAPI: Bool { rawValue.hasPrefix(Self.apiPrefix) }
}
