import ArgumentParser
import HJ212

/// A file of SM4 keys: one device a line, its number, blanks, its key as 16 characters or 32 hexadecimal digits. Empty lines
/// and those that begin with `#` count for nothing.
enum KeyFile {
    /// The keys by number in upper case.
    ///
    /// - Throws: `HouseError` for a file that cannot be read, `ValidationError` with the line that is wrong, never with the key.
    static func keys(of path: String) throws -> [String: CipherKey] {
        let text = String(decoding: try Terminal.bytes(of: path), as: UTF8.self)
        var keys: [String: CipherKey] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
            guard let first = parts.first, !first.hasPrefix("#") else { continue }
            guard parts.count == 2, let key = key(String(parts[1])) else {
                throw ValidationError("密钥文件 \(path) 第 \(index + 1) 行应为“编号 密钥”，密钥为 16 个字符或 32 位十六进制")
            }
            keys[first.uppercased()] = key
        }
        return keys
    }

    private static func key(_ text: String) -> CipherKey? {
        guard text.utf8.count == 32 else { return CipherKey(text: text) }
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 32 else { return nil }
        return CipherKey(bytes: (0..<16).map { UInt8(digits[2 * $0] * 16 + digits[2 * $0 + 1]) })
    }
}
