package import Gateway
import Storage

extension UpstreamPasswords {
    /// More than a file of this kind has, in bytes.
    private static let greatestBytes = 64 << 10

    /// Reads the file of passwords.
    ///
    /// - Throws: `HouseError` with `.unreadableFile`, `.openSecret` when others than its owner can read or write it,
    ///   `.faultySecret`.
    package static func reading(_ path: String) throws -> UpstreamPasswords {
        let bytes: [UInt8]
        do {
            bytes = try PrivateFile.read(path, greatestBytes: greatestBytes)
        } catch {
            throw HouseError(error.code == .open ? .openSecret : .unreadableFile, detail: path)
        }
        do {
            return try UpstreamPasswords(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw HouseError(.faultySecret, detail: "\(path) 第 \(error.line)")
        }
    }
}
