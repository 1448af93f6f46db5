import Gateway
package import Logging
import Records
import ServiceLifecycle
import Storage

/// Takes a sample a minute, for the lines on 运行状态.
package struct HealthSampler: Service {
    private static let pause = Duration.seconds(60)

    private let services: SiteServices
    private let logger: Logger

    package init(services: SiteServices, logger: Logger) {
        self.services = services
        self.logger = logger
    }

    /// Runs until shut down; a minute that could not be looked at has no sample.
    package func run() async throws {
        guard let monitor = services.monitor else { return try await gracefulShutdown() }
        let services = services
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "health not sampled").run {
            monitor.add(try await services.book.database.read { try HealthSample(services, monitor, in: $0) })
            return false
        }
    }
}
