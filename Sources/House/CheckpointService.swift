import Gateway
import Ledger
import Logging
import Records
import ServiceLifecycle

/// Signs the ledger at the start and every hour; when nothing was recorded since, nothing is signed.
struct CheckpointService: Service {
    private static let pause = Duration.seconds(3_600)

    let book: RecordBook
    let key: SigningKey
    let logger: Logger

    func run() async throws {
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "ledger not signed").run {
            try await book.signCheckpoint(with: key)
            return false
        }
    }
}
