package import Hummingbird
package import Logging
import NIOCore

/// The web as a service that runs in a group with the others.
///
/// - Parameters:
///   - port: 0 for any free one.
///   - onListening: told the port once it listens.
/// - Throws: as `buildRouter`.
package func makeSiteService(
    _ services: SiteServices, host: String, port: Int, logger: Logger,
    onListening: @escaping @Sendable (Int) -> Void
) throws -> some ApplicationProtocol {
    Application(
        router: try buildRouter(services),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        onServerRunning: { channel in onListening(channel.localAddress?.port ?? port) }, logger: logger)
}
