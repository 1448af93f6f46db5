internal import Foundation
internal import Glibc

/// Work that takes long and is in no hurry, on a thread of its own that the scheduler lets run behind the others.
package enum BackgroundThread {
    /// How nice it is to others, of 19.
    private static let niceness: Int32 = 10

    package static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread {
                // On Linux this is the calling thread's own, and it ends with the work.
                _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
                continuation.resume(with: Result(catching: body))
            }.start()
        }
    }
}
