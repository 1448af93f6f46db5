/// A file of a backup.
package struct CopiedFile: Hashable, Sendable {
    /// Where it stands below the backup's directory.
    package let path: String
    package let byteCount: Int64
    /// The sha256 of its bytes, in lower-case hexadecimal.
    package let sha256: String

    package init(path: String, byteCount: Int64, sha256: String) {
        self.path = path
        self.byteCount = byteCount
        self.sha256 = sha256
    }
}
