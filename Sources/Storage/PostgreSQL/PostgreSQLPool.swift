/// A few sessions that take turns; who comes when all are at work waits in line.
actor PostgreSQLPool {
    private let address: PostgreSQLAddress
    private let limit: Int
    private var idle: [PostgreSQLSession] = []
    private var count = 0
    private var waiting: [CheckedContinuation<PostgreSQLSession, any Error>] = []
    private var isClosed = false

    init(_ address: PostgreSQLAddress, limit: Int) {
        self.address = address
        self.limit = limit
    }

    func with<Value: Sendable>(_ body: @Sendable (PostgreSQLSession) async throws -> Value) async throws -> Value {
        let session = try await take()
        defer { give(session) }
        return try await body(session)
    }

    /// Ends the sessions that are idle now, and each other one when it comes back.
    func close() async {
        isClosed = true
        for waiter in waiting { waiter.resume(throwing: StorageError(.serverUnreachable, detail: address.place)) }
        waiting = []
        for session in idle { await session.close() }
        idle = []
    }

    private func take() async throws -> PostgreSQLSession {
        try Task.checkCancellation()
        if isClosed { throw StorageError(.serverUnreachable, detail: address.place) }
        // The one used last: its statements are prepared and its server process is warm.
        if let session = idle.popLast() { return session }
        if count < limit {
            count += 1
            return PostgreSQLSession(address)
        }
        return try await withCheckedThrowingContinuation { waiting.append($0) }
    }

    private func give(_ session: PostgreSQLSession) {
        if isClosed { return }
        if waiting.isEmpty { idle.append(session) } else { waiting.removeFirst().resume(returning: session) }
    }
}
