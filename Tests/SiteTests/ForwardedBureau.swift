import Gateway
import Logging
import TestKit
import Testing

@testable import Site

/// Forwarding that has tried its platforms once and found nobody there.
enum ForwardedBureau {
    static func board(of bureau: TestBureau) async throws -> ForwardingBoard {
        let board = ForwardingBoard()
        let clock = bureau.clock
        let service = ForwardingService(
            book: bureau.book, board: board, ownPort: nil, clock: { clock.milliseconds },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await service.run() }
        defer { running.cancel() }
        for _ in 0..<3_000 {
            if case .waiting = board.statuses["city"]?.phase { return board }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("waited in vain for the platform")
        return board
    }
}
