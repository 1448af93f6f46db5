import Foundation
package import Ledger
import Storage

extension SigningKey {
    /// More than a file of this kind has, in bytes.
    private static let greatestBytes = 4 << 10

    /// Reads the key that signs checkpoints.
    ///
    /// - Parameter data: the data directory, which must not hold the key: a copy of the directory would hold it too.
    /// - Throws: `HouseError` with `.unreadableFile`, `.openSecret`, `.keyInsideData`; `LedgerError`.
    package static func reading(_ path: String, outside data: String) throws -> SigningKey {
        let key = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let directory = URL(fileURLWithPath: data).resolvingSymlinksInPath().path
        guard !key.hasPrefix(directory + "/") else { throw HouseError(.keyInsideData, detail: path) }
        return try reading(path)
    }

    /// The key of a demonstration, which lies in the data directory; it is made on first use.
    package static func ofDemo(in data: String) throws -> SigningKey {
        let path = "\(data)/ledger.key"
        if FileManager.default.fileExists(atPath: path) { return try reading(path) }
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        return try making(path, origin: "qingheng.example/demo", suite: .sha256)
    }

    /// Makes a key and its file, which must not be there.
    ///
    /// - Parameters:
    ///   - origin: the ledger's name, a URL without a scheme.
    ///   - suite: that of the ledger; SM3 goes with SM2.
    /// - Throws: `LedgerError` with `.malformedKeyName` or `.suiteUnavailable`; `StorageError`.
    package static func making(_ path: String, origin: String, suite: HashSuite) throws -> SigningKey {
        let name = try KeyName(origin)
        var random = SystemRandomNumberGenerator()
        let secret = (0..<secretBytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let key = try SigningKey(name: name, type: suite == .sm3 ? .sm2 : .ed25519, secret: secret)
        try PrivateFile.create(path, with: Array("\(key.secretText)\n".utf8))
        return key
    }

    private static func reading(_ path: String) throws -> SigningKey {
        do {
            return try SigningKey(
                String(decoding: try PrivateFile.read(path, greatestBytes: greatestBytes), as: UTF8.self))
        } catch let error as PrivateFileError {
            throw HouseError(error.code == .open ? .openSecret : .unreadableFile, detail: path)
        }
    }
}
