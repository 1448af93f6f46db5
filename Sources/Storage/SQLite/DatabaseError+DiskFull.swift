internal import GRDB

extension DatabaseError {
    /// Whether SQLite met a full disk: on a write, or when it wanted to grow the map of a write-ahead log.
    var isDiskFull: Bool { resultCode == .SQLITE_FULL || extendedResultCode == .SQLITE_IOERR_SHMSIZE }
}
