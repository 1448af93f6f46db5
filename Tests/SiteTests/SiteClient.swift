import Foundation
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import Site

/// Asks the router as a browser on this machine would.
struct SiteClient: Sendable {
    let client: any TestClientProtocol

    /// What came back.
    struct Answer: Sendable {
        let status: Int
        let text: String
        let bytes: [UInt8]
        let headers: HTTPFields

        /// What stands in a page for an element of a class or kind, roughly.
        func count(of piece: String) -> Int { text.components(separatedBy: piece).count - 1 }
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await answer(path, .get, headers, nil)
    }

    /// Posts a form from the same origin unless another is given.
    func post(_ path: String, _ fields: [(String, String)], origin: String? = "http://localhost") async throws -> Answer
    {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let origin { headers[.origin] = origin }
        let form = fields.map { "\($0.0)=\(PercentCoding.encoded($0.1))" }.joined(separator: "&")
        return try await answer(path, .post, headers, ByteBuffer(string: form))
    }

    /// Posts a form with a file, as a browser does.
    ///
    /// - Parameter paper: a second file beside it; nil for none.
    func upload(
        _ path: String, _ fields: [(String, String)], file: [UInt8], name: String, paper: [UInt8]? = nil
    ) async throws -> Answer {
        let boundary = "----boundary7MA4"
        var body: [UInt8] = []
        for (field, value) in fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
                .utf8)
        body += file
        if let paper {
            body += Array(
                "\r\n--\(boundary)\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"报告.pdf\"\r\n\r\n".utf8)
            body += paper
        }
        body += Array("\r\n--\(boundary)--\r\n".utf8)
        return try await answer(
            path, .post,
            [.contentType: "multipart/form-data; boundary=\(boundary)", .origin: "http://localhost"],
            ByteBuffer(bytes: body))
    }

    private func answer(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
    ) async throws -> Answer {
        let response = try await client.executeRequest(uri: path, method: method, headers: headers, body: body)
        return Answer(
            status: response.status.code, text: String(buffer: response.body),
            bytes: Array(response.body.readableBytesView), headers: response.headers)
    }
}
