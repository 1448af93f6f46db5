/// What one try of a password costs whoever tries: work and memory of Argon2id (RFC 9106).
package struct PasswordCost: Hashable, Sendable {
    /// Passes over the memory.
    package let passes: Int
    package let mebibytes: Int

    package init(passes: Int, mebibytes: Int) {
        self.passes = passes
        self.mebibytes = mebibytes
    }
}
