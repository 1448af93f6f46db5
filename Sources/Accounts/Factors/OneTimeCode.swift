import Crypto

/// One-time codes of six digits that change every thirty seconds (RFC 6238, HMAC-SHA-1, as authenticator apps make them).
package enum OneTimeCode {
    /// Bytes of a seed.
    package static let seedLength = 20
    /// Seconds for which a code holds.
    package static let stepSeconds: Int64 = 30
    /// A clock may be one step off.
    private static let tolerance: Int64 = 1
    private static let modulus: UInt32 = 1_000_000

    /// A fresh seed.
    package static func seed() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<seedLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The code of a step.
    package static func code(of seed: [UInt8], step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian, Array.init)
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: seed)))
        let offset = Int(mac[mac.count - 1] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % modulus)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step whose code was given.
    ///
    /// - Parameters:
    ///   - seconds: now, since 1970-01-01T00:00:00Z.
    ///   - last: the step of the last code that was taken: no code is taken twice.
    /// - Returns: nil when it is the code of no step that counts now.
    package static func step(of code: String, seed: [UInt8], at seconds: Int64, after last: Int64?) -> Int64? {
        let now = seconds / stepSeconds
        var found: Int64?
        for step in (now - tolerance)...(now + tolerance) where step > last ?? Int64.min {
            if isEqual(Self.code(of: seed, step: step), code) { found = step }
        }
        return found
    }

    /// The address that authenticator apps read from a QR code.
    package static func address(of seed: [UInt8], login: String, issuer: String) -> String {
        func coded(_ text: String) -> String {
            text.utf8.map { byte in
                let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                let digits = String(byte, radix: 16, uppercase: true)
                return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
            }.joined()
        }
        return "otpauth://totp/\(coded(issuer)):\(coded(login))?secret=\(base32(seed))&issuer=\(coded(issuer))"
    }

    /// RFC 4648 without padding: how people type a seed.
    package static func base32(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var (text, buffer, bits) = ("", 0, 0)
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return text
    }

    /// Takes as long for every difference.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
