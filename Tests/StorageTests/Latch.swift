import Foundation

/// Something that one thread waits for and another brings about; for threads that are the test's own, never in a task.
final class Latch: Sendable {
    struct NotOpened: Error {}

    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }

    func wait(seconds: Double) throws {
        guard semaphore.wait(timeout: .now() + seconds) == .success else { throw NotOpened() }
    }
}
