/// What stays of a segment that was removed after its time: a file that says so, so that nobody takes it for a loss.
enum ExpiredSegment {
    /// Removes a segment for good. Repeated after a crash it finishes what was begun.
    ///
    /// - Parameter note: what the file says of the removal.
    static func remove(_ range: SegmentRange, note: [UInt8], in directory: String) throws(StorageError) {
        try FileDescriptor.replace(SegmentPath.expired(range, in: directory), with: note)
        try FileDescriptor.syncDirectory(directory)
        try removeFiles(of: range, in: directory)
    }

    /// Removes what may be left of a segment that is marked as removed.
    static func removeFiles(of range: SegmentRange, in directory: String) throws(StorageError) {
        try FileDescriptor.remove(SegmentPath.closed(range, in: directory))
        try FileDescriptor.remove(SegmentPath.index(range, in: directory))
        try FileDescriptor.remove(SegmentPath.plain(range.start.rawValue, in: directory))
    }
}
