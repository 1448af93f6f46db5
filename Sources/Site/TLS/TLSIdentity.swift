import Foundation
import NIOSSL
package import Standards
import Storage

/// Who the server is to browsers: a chain of certificates and the key of the first one.
package struct TLSIdentity: Sendable {
    /// More than a file of either kind has, in bytes.
    private static let greatestBytes = 256 << 10

    let chain: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey
    /// After this browsers refuse it.
    package let end: Instant

    /// Reads both files, which are PEM, and checks that they belong together.
    ///
    /// - Throws: `TLSError`.
    package init(certificate: String, key keyFile: String) throws(TLSError) {
        guard let data = FileManager.default.contents(atPath: certificate), data.count <= Self.greatestBytes else {
            throw TLSError(.unreadableCertificate, path: certificate)
        }
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(Array(data)), let first = chain.first else {
            throw TLSError(.noCertificate, path: certificate)
        }
        let bytes: [UInt8]
        do {
            bytes = try PrivateFile.read(keyFile, greatestBytes: Self.greatestBytes)
        } catch {
            throw TLSError(error.code == .open ? .openKey : .unreadableKey, path: keyFile)
        }
        guard let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) else {
            throw TLSError(.noKey, path: keyFile)
        }
        self.chain = chain
        self.key = key
        end = Instant(secondsSince1970: Int64(first.notValidAfter))
        // The library compares the two when it makes a context.
        guard (try? NIOSSLContext(configuration: configuration)) != nil else {
            throw TLSError(.otherKey, path: keyFile)
        }
    }

    /// TLS 1.2 and 1.3, nobody is asked for a certificate.
    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
