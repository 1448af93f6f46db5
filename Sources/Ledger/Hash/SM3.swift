import COpenSSL

/// The hash function SM3 (GB/T 32905-2016), as the system's OpenSSL has it.
// @unchecked: OpenSSL's fetched methods are immutable and shared between threads by design (EVP_MD_fetch).
final class SM3: @unchecked Sendable {
    private let method: OpaquePointer

    /// - Throws: `LedgerError` with `.suiteUnavailable` where the library was built or configured without SM3.
    init() throws(LedgerError) {
        guard let method = EVP_MD_fetch(nil, "SM3", nil) else {
            throw LedgerError(.suiteUnavailable, detail: HashSuite.sm3.rawValue)
        }
        self.method = method
    }

    deinit { EVP_MD_free(method) }

    /// The hash of `prefix`, where there is one, followed by `bytes`.
    func hash(_ prefix: UInt8?, _ bytes: UnsafeRawBufferPointer) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: TreeHash.byteCount, alignment: 8) { output in
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            var isDone = EVP_DigestInit_ex(context, method, nil) == 1
            if var prefix { isDone = isDone && EVP_DigestUpdate(context, &prefix, 1) == 1 }
            isDone = isDone && EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
            isDone = isDone && EVP_DigestFinal_ex(context, output.baseAddress, nil) == 1
            // Safe: with the method in hand only an allocation can fail, and Swift's own would end the program as well.
            precondition(isDone, "SM3 failed")
            return TreeHash(raw: UnsafeRawBufferPointer(output))
        }
    }
}
