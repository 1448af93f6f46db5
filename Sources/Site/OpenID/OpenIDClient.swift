package import Accounts
import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// Asks the provider over the network: no redirection is followed, no endless answer read, none waited for for long.
package final class OpenIDClient: Service {
    private static let seconds: Int64 = 10
    /// More than any answer of a provider has, in bytes.
    private static let greatestBytes = 1 << 20

    private let client: HTTPClient

    package init() {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = HTTPClient.Configuration.Timeout(
            connect: .seconds(Self.seconds), read: .seconds(Self.seconds))
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Keeps the connections until shut down.
    package func run() async throws {
        try? await gracefulShutdown()
        try await close()
    }

    /// Ends the connections.
    func close() async throws { try await client.shutdown() }

    /// Asks once.
    package func fetch(_ question: OpenIDRequest) async throws -> OpenIDAnswer {
        var request = HTTPClientRequest(url: question.url)
        request.headers.add(name: "Accept", value: "application/json")
        if let form = question.form {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: form))
        }
        if let authorization = question.authorization {
            request.headers.add(name: "Authorization", value: authorization)
        }
        let response = try await client.execute(request, timeout: .seconds(Self.seconds))
        let body = try await response.body.collect(upTo: Self.greatestBytes)
        return OpenIDAnswer(status: Int(response.status.code), bytes: Array(body.readableBytesView))
    }
}
