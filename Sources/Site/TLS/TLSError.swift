/// Why a certificate or its key cannot be used.
package struct TLSError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The file of the certificate cannot be read.
        case unreadableCertificate
        /// There is no certificate in it.
        case noCertificate
        /// The file of the key cannot be read.
        case unreadableKey
        /// Others than its owner can read or write the key.
        case openKey
        /// There is no key in it that can be read, as when it is protected by a password.
        case noKey
        /// The key is not that of the first certificate.
        case otherKey
    }

    package let code: Code
    /// The file.
    package let path: String

    init(_ code: Code, path: String) {
        self.code = code
        self.path = path
    }
}

extension TLSError {
    /// What happened and how to mend it, in one line.
    package var message: String {
        switch code {
        case .unreadableCertificate: "无法读取 TLS 证书 \(path)，请检查路径和权限"
        case .noCertificate: "\(path) 中没有 PEM 格式的证书。文件里先放本机证书，再依次放中间证书"
        case .unreadableKey: "无法读取 TLS 私钥 \(path)，请检查路径和权限"
        case .openKey: "TLS 私钥 \(path) 可被他人读取，没有使用。请运行 chmod 600 收紧权限后再试"
        case .noKey: "\(path) 中没有可用的 PEM 格式私钥。受口令保护的私钥请先解密（openssl pkey -in 旧文件 -out 新文件）"
        case .otherKey: "TLS 私钥 \(path) 与证书不是一对。请核对两个文件是否同时更换"
        }
    }
}
