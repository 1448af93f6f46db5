import Storage
import Synchronization

/// Lets few hash passwords at a time: a crowd that tries to sign in must not take the memory and the processors of the others.
package final class PasswordGate: Sendable {
    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let greatestRunning: Int
    private let greatestWaiting: Int
    private let state = Mutex(State())

    package init(greatestRunning: Int = 2, greatestWaiting: Int = 50) {
        self.greatestRunning = greatestRunning
        self.greatestWaiting = greatestWaiting
    }

    /// Runs on a thread of its own when it is its turn.
    ///
    /// - Throws: `AccountsError` with `.busy` when too many wait.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await enter()
        defer { leave() }
        return try await BackgroundThread.run(body)
    }

    private func enter() async throws {
        let isFull = state.withLock { state in
            state.running >= greatestRunning && state.waiting.count >= greatestWaiting
        }
        if isFull { throw AccountsError(.busy) }
        await withCheckedContinuation { continuation in
            let mayRun = state.withLock { state in
                if state.running < greatestRunning {
                    state.running += 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if mayRun { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if state.waiting.isEmpty {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
