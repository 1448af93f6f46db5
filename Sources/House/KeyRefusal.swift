import Gateway
import Logging
import Records
import ServiceLifecycle
import Storage

/// Ends a server of pages only as soon as packets are read with keys: which of them count is known to the server with the gateway
/// alone, and whoever registers a device here would put other readings into the tables than a rebuild makes.
struct KeyRefusal: Service {
    private static let pause = Duration.seconds(5)

    let book: RecordBook
    let logger: Logger

    /// Runs until shut down.
    ///
    /// - Throws: `HouseError` with `.pagesWithoutKeys`.
    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await Self.check(book)
                } catch let error as StorageError {
                    logger.error("keys on record not looked at", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    static func check(_ book: RecordBook) async throws {
        let recorded = try await book.database.read { try KeyRegister.recorded(in: $0) }
        guard recorded.isEmpty else {
            throw HouseError(.pagesWithoutKeys, detail: recorded.sorted().joined(separator: "、"))
        }
    }
}
