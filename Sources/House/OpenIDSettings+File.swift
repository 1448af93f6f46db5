package import Accounts
import Storage

extension OpenIDSettings {
    /// More than a file of this kind has, in bytes.
    private static let greatestBytes = 16 << 10

    /// Reads the file that says through which other system people may sign in.
    ///
    /// - Parameter site: our address where the file names none.
    /// - Throws: `HouseError` with `.unreadableFile`, `.openSecret`; `OpenIDError` with `.faultySettings`.
    package static func reading(_ path: String, site: String?) throws -> OpenIDSettings {
        let bytes: [UInt8]
        do {
            bytes = try PrivateFile.read(path, greatestBytes: greatestBytes)
        } catch {
            throw HouseError(error.code == .open ? .openSecret : .unreadableFile, detail: path)
        }
        return try OpenIDSettings(String(decoding: bytes, as: UTF8.self), site: site)
    }
}
