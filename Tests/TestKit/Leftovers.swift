import Foundation
import Synchronization

/// Directories that live as long as the tests do and are removed when their process ends.
enum Leftovers {
    private static let directories = Mutex<[String]>([])
    private static let isRegistered = atexit { Leftovers.remove() } == 0

    static func add(_ directory: String) {
        precondition(isRegistered, "the system takes no more work for the end of a process")
        directories.withLock { $0.append(directory) }
    }

    private static func remove() {
        for directory in directories.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: directory) }
    }
}
