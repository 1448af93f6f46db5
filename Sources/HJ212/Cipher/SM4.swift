import COpenSSL

/// The block cipher SM4 (GB/T 32907) in ECB mode without padding, as HJ 212-2025 uses it. ECB gives no integrity and shows
/// which blocks are equal: it is what the standard asks for, not what we would choose.
enum SM4 {
    static let blockBytes = 16

    enum Direction: CInt { case decrypt, encrypt }

    /// Ciphers or deciphers whole blocks.
    /// - Returns: as many bytes as were given; nil when the library offers no SM4.
    static func run(_ direction: Direction, _ blocks: some Collection<UInt8>, key: CipherKey) -> [UInt8]? {
        assert(blocks.count % blockBytes == 0)
        guard let context = EVP_CIPHER_CTX_new() else { return nil }
        defer { EVP_CIPHER_CTX_free(context) }
        guard EVP_CipherInit_ex(context, EVP_sm4_ecb(), nil, key.bytes, nil, direction.rawValue) == 1,
            EVP_CIPHER_CTX_set_padding(context, 0) == 1
        else { return nil }
        let input = Array(blocks)
        var written: CInt = 0
        var isDone = false
        let output = [UInt8](unsafeUninitializedCapacity: input.count + blockBytes) { buffer, count in
            // Safe: at most `Limits.frameBytes` are ciphered at once.
            isDone = EVP_CipherUpdate(context, buffer.baseAddress, &written, input, CInt(input.count)) == 1
            count = isDone ? Int(written) : 0
        }
        return isDone && output.count == input.count ? output : nil
    }
}
