import Synchronization

@testable import Storage

/// A disk that refuses when told, after writing half of what it was given, and counts the tries.
final class FailingDisk: Sendable {
    private struct State {
        var failure: StorageError?
        var failsCutting = false
        var freeBytes: Int64?
        var tries = 0
    }

    private let state = Mutex(State())

    static let full = StorageError(.diskFull, detail: "pwrite: No space left on device")

    /// What the next writes fail with; nil lets them through.
    func fail(with failure: StorageError?, cuttingToo: Bool = false) {
        state.withLock {
            $0.failure = failure
            $0.failsCutting = cuttingToo
        }
    }

    /// What the file system says is left.
    func leave(_ bytes: Int64?) { state.withLock { $0.freeBytes = bytes } }

    /// How often something was written or tried.
    var tries: Int { state.withLock { $0.tries } }

    var writer: SegmentWriter {
        SegmentWriter(
            write: { [self] bytes, descriptor, offset throws(StorageError) in
                let failure = state.withLock { state in
                    state.tries += 1
                    return state.failure
                }
                if let failure {
                    try FileDescriptor.write(Array(bytes.prefix(bytes.count / 2 - 1)), to: descriptor, at: offset)
                    throw failure
                }
                try SegmentWriter.disk.write(bytes, descriptor, offset)
            },
            cut: { [self] descriptor, length throws(StorageError) in
                if state.withLock({ $0.failsCutting }) { throw StorageError(.fileSystem, detail: "ftruncate") }
                try SegmentWriter.disk.cut(descriptor, length)
            },
            freeBytes: { [self] _ in state.withLock { $0.freeBytes } })
    }
}
