import CSodium

/// A password as it may be kept: its Argon2id hash with salt and cost (RFC 9106), as text.
package struct PasswordHash: Hashable, Sendable {
    /// `$argon2id$v=19$m=65536,t=3,p=1$salt$hash`.
    package let text: String

    /// The hash that was kept as text.
    package init(text: String) { self.text = text }

    /// Hashes a password with a fresh salt. It takes the time and memory of the cost.
    ///
    /// - Throws: `AccountsError` with `.noMemory` when the memory is not to be had.
    package init(of password: String, cost: PasswordCost) throws(AccountsError) {
        try Self.start()
        var buffer = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let result = password.withCString {
            crypto_pwhash_str_alg(
                &buffer, $0, UInt64(password.utf8.count), UInt64(cost.passes), cost.mebibytes << 20,
                crypto_pwhash_alg_argon2id13())
        }
        guard result == 0 else { throw AccountsError(.noMemory, detail: "\(cost.mebibytes) MiB") }
        text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether this is the hash of a password; it takes as long for a right one as for a wrong one.
    package func isOf(_ password: String) throws(AccountsError) -> Bool {
        try Self.start()
        return password.withCString { crypto_pwhash_str_verify(text, $0, UInt64(password.utf8.count)) == 0 }
    }

    private static func start() throws(AccountsError) {
        guard sodium_init() >= 0 else { throw AccountsError(.noMemory, detail: "libsodium") }
    }
}
