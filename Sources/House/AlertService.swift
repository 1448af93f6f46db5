import Gateway
import Logging
import Monitoring
import ServiceLifecycle

/// Looks for alerts every ten minutes.
struct AlertService: Service {
    private static let pause = Duration.seconds(600)

    let round: AlertRound
    let logger: Logger

    func run() async throws {
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "alerts not looked for").run {
            try await round.run()
            return false
        }
    }
}
