/// Why a file with secrets is not read.
package struct PrivateFileError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// It is not there, no file, or too long.
        case unreadable
        /// Others than its owner can read or write it.
        case open
    }

    package let code: Code
    package let path: String

    init(_ code: Code, path: String) {
        self.code = code
        self.path = path
    }
}
