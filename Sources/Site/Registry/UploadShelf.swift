import Registry
import Synchronization

/// Files that were looked through and wait for their sender's yes. They stand in memory alone: nothing is kept of a file that
/// nobody took in.
final class UploadShelf: Sendable {
    /// The files of as many people as look through lists at one time; the oldest goes first.
    private static let greatestCount = 8

    struct Upload: Sendable {
        let bytes: [UInt8]
        let order: SourceImport.Order
    }

    private let uploads = Mutex<[(key: String, upload: Upload)]>([])

    /// Keeps a file.
    ///
    /// - Returns: the word by which it is asked for.
    func keep(_ upload: Upload) -> String {
        let key = SourceID.mint().rawValue
        uploads.withLock { uploads in
            uploads.append((key, upload))
            if uploads.count > Self.greatestCount { uploads.removeFirst() }
        }
        return key
    }

    /// A file by its word; nil when it is gone.
    func upload(_ key: String) -> Upload? { uploads.withLock { $0.first { $0.key == key }?.upload } }

    /// Forgets a file.
    func forget(_ key: String) { uploads.withLock { $0.removeAll { $0.key == key } } }
}
