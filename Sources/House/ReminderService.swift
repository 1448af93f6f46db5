import Casework
import Gateway
import Logging
import ServiceLifecycle

/// Reminds of deadlines: at the start of everything that fell due while the server was away, then every minute.
struct ReminderService: Service {
    private static let pause = Duration.seconds(60)

    let round: ReminderRound
    let logger: Logger

    func run() async throws {
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "deadlines not reminded of").run {
            try await round.run()
            return false
        }
    }
}
