import Foundation
package import Gateway

extension UpstreamPasswords {
    /// More than a file of this kind has, in bytes.
    private static let greatestBytes = 64 << 10

    /// Reads the file of passwords.
    ///
    /// - Throws: `HouseError` with `.unreadableFile`, `.openSecret` when others than its owner can read or write it,
    ///   `.faultySecret`.
    package static func reading(_ path: String) throws -> UpstreamPasswords {
        let manager = FileManager.default
        guard let attributes = try? manager.attributesOfItem(atPath: resolved(path)),
            attributes[.type] as? FileAttributeType == .typeRegular,
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue
        else { throw HouseError(.unreadableFile, detail: path) }
        guard mode & 0o077 == 0 else { throw HouseError(.openSecret, detail: path) }
        guard let size = (attributes[.size] as? NSNumber)?.intValue, size <= greatestBytes,
            let data = manager.contents(atPath: path)
        else { throw HouseError(.unreadableFile, detail: path) }
        do {
            return try UpstreamPasswords(String(decoding: data, as: UTF8.self))
        } catch {
            throw HouseError(.faultySecret, detail: "\(path) 第 \(error.line)")
        }
    }

    /// The file itself where the path is a link, for it is its mode that counts.
    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
