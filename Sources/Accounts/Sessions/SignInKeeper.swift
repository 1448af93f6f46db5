import Ledger
package import Logging
import Records
import ServiceLifecycle
package import Standards
import Storage

/// Puts refused tries on record once a minute and forgets sessions and locks that are over.
package struct SignInKeeper: Service {
    private let desk: SignInDesk
    private let logger: Logger

    package init(desk: SignInDesk, logger: Logger) {
        self.desk = desk
        self.logger = logger
    }

    /// Runs until shut down; what was counted by then goes on record as well.
    package func run() async throws {
        var lastSweep: Int64 = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                try await desk.recordRefusals(before: desk.now)
                if desk.now.secondsSince1970 - lastSweep > SignInDesk.sweepSeconds {
                    try await desk.sweep()
                    lastSweep = desk.now.secondsSince1970
                }
            } catch {
                logger.error("refusals not on record", metadata: ["error": "\(error)"])
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(5)) }
        }
        try await desk.recordRefusals(before: nil)
    }
}

extension SignInDesk {
    /// Puts what was refused in minutes that are over on record, or all of it.
    package func recordRefusals(before now: Instant?) async throws {
        guard let (minute, counts) = refusals.take(before: now) else { return }
        let actions = counts.sorted { $0.key < $1.key }.map { source, accounts in
            AccountActions.refused(to: source, minute: minute, counts: accounts, by: Self.system)
        }
        try await book.record(actions)
    }

    func sweep() async throws {
        let rules = try rules().signIn
        let seconds = now.secondsSince1970
        try await book.database.write { connection in
            try SessionState.sweep(opened: seconds - rules.longestSeconds, in: connection)
            try FailureState.sweep(before: seconds - rules.lockSeconds, in: connection)
        }
    }
}
