import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Testing

@testable import Accounts
@testable import Site

/// How a provider is asked over the network.
struct OpenIDClientTests {
    @Test func `an answer is read, a redirection is not followed, an endless answer and a dead address are errors`()
        async throws
    {
        let router = Router()
        router.get("keys") { _, _ in "found" }
        router.post("token") { request, _ in
            let body = try await request.body.collect(upTo: 1_000)
            let said = [request.headers[.contentType], request.headers[.authorization], String(buffer: body)]
            return said.compactMap { $0 }.joined(separator: " ")
        }
        router.get("elsewhere") { _, _ in Response.redirect(to: "/keys") }
        router.get("endless") { _, _ in
            Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(repeating: 0x20, count: 2 << 20)))
        }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let provider = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            logger: logger)
        try await provider.test(.live) { client in
            let base = "http://127.0.0.1:\(try #require(client.port))"
            let asking = OpenIDClient()
            do {
                try await Self.ask(asking, base)
            } catch {
                // A client that is not closed ends the whole process.
                try await asking.close()
                throw error
            }
            try await asking.close()
        }
    }

    private static func ask(_ asking: OpenIDClient, _ base: String) async throws {
        let keys = try await asking.fetch(OpenIDRequest(url: base + "/keys", form: nil, authorization: nil))
        #expect(keys.status == 200 && String(decoding: keys.bytes, as: UTF8.self) == "found")
        let posted = try await asking.fetch(
            OpenIDRequest(url: base + "/token", form: "code=1", authorization: "Basic eA=="))
        #expect(
            String(decoding: posted.bytes, as: UTF8.self)
                == "application/x-www-form-urlencoded Basic eA== code=1")
        let sent = try await asking.fetch(OpenIDRequest(url: base + "/elsewhere", form: nil, authorization: nil))
        #expect(sent.status == 303)
        await #expect(throws: (any Error).self) {
            try await asking.fetch(OpenIDRequest(url: base + "/endless", form: nil, authorization: nil))
        }
        await #expect(throws: (any Error).self) {
            try await asking.fetch(
                OpenIDRequest(url: "http://127.0.0.1:1/keys", form: nil, authorization: nil))
        }
    }
}
