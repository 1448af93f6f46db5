package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore

/// The web as a service that runs in a group with the others.
///
/// - Parameters:
///   - port: 0 for any free one.
///   - tls: its certificate; nil for a web that speaks HTTP.
///   - onListening: told the port once it listens.
/// - Throws: as `buildRouter`.
package func makeSiteService(
    _ services: SiteServices, host: String, port: Int, tls: TLSKeeper? = nil, logger: Logger,
    onListening: @escaping @Sendable (Int) -> Void
) throws -> some ApplicationProtocol {
    Application(
        router: try buildRouter(services),
        server: try server(tls),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        onServerRunning: { channel in onListening(channel.localAddress?.port ?? port) }, logger: logger)
}

/// A connection on which nothing happens for so long is closed: nobody keeps others out by saying nothing.
private let idleSeconds: Int64 = 60
/// The greatest size of the head of a request, in bytes: cookies and a long address have room, no more is needed.
private let greatestHead = 32 << 10

private func server(_ tls: TLSKeeper?) throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(
        configuration: HTTP1Channel.Configuration(
            idleTimeout: .seconds(idleSeconds),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: greatestHead, maxHeaderListSize: greatestHead)))
    return try tls.map { try .tls(plain, tlsConfiguration: $0.configuration) } ?? plain
}
