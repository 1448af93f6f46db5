internal import Crypto
internal import Foundation
internal import Glibc

/// The name of a stored file: the SHA-256 of its bytes, in lower-case hexadecimal.
package struct AttachmentID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// The name that bytes have.
    package init(of bytes: [UInt8]) {
        rawValue = Hexadecimal.text(SHA256.hash(data: bytes))
    }
}
