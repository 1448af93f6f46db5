import COpenSSL

/// Signatures with SM2 (GB/T 32918.2-2016) over the curve of GB/T 32918.5, hashed by SM3, through OpenSSL 3.
enum SM2 {
    /// An uncompressed point: 0x04, x, y (GB/T 32918.1 §4.2.9).
    static let publicKeyBytes = 65
    /// r and s, 32 bytes each, most significant first.
    static let signatureBytes = 64
    private static let numberBytes = 32
    /// The distinguishing identifier of whoever signs, which all signatures hash: the one that GM/T 0009-2012 §10 sets
    /// where the parties agreed on no other.
    private static let signerID = Array("1234567812345678".utf8)

    /// The public key of a secret number; nil when it is outside 1…n − 2.
    static func publicKey(of secret: [UInt8]) throws(LedgerError) -> [UInt8]? {
        guard let group = EC_GROUP_new_by_curve_name(NID_sm2) else { throw unavailable }
        defer { EC_GROUP_free(group) }
        guard let number = BN_bin2bn(secret, CInt(secret.count), nil), let limit = BN_dup(EC_GROUP_get0_order(group)),
            let point = EC_POINT_new(group)
        else { throw unavailable }
        defer {
            BN_clear_free(number)
            BN_free(limit)
            EC_POINT_free(point)
        }
        BN_sub_word(limit, 1)
        guard BN_is_zero(number) == 0, BN_cmp(number, limit) < 0 else { return nil }
        guard EC_POINT_mul(group, point, number, nil, nil, nil) == 1 else { throw unavailable }
        var bytes = [UInt8](repeating: 0, count: publicKeyBytes)
        let written = EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, &bytes, bytes.count, nil)
        return written == publicKeyBytes ? bytes : nil
    }

    /// Whether the bytes are an uncompressed point of the curve.
    static func isPublicKey(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == publicKeyBytes, bytes[0] == 0x04, let key = key(publicKey: bytes, secret: nil) else {
            return false
        }
        EVP_PKEY_free(key)
        return true
    }

    /// The signature, r and s, over a message.
    static func sign(_ message: [UInt8], secret: [UInt8], publicKey: [UInt8]) throws(LedgerError) -> [UInt8] {
        guard let key = key(publicKey: publicKey, secret: secret) else { throw unavailable }
        defer { EVP_PKEY_free(key) }
        let coded: [UInt8]? = withContext(key) { context in
            var count = 0
            guard EVP_DigestSignInit(context, nil, EVP_sm3(), nil, key) == 1,
                EVP_DigestSign(context, nil, &count, message, message.count) == 1
            else { return nil }
            var bytes = [UInt8](repeating: 0, count: count)
            guard EVP_DigestSign(context, &bytes, &count, message, message.count) == 1 else { return nil }
            return Array(bytes.prefix(count))
        }
        guard let coded, let signature = numbers(ofCoded: coded) else { throw unavailable }
        return signature
    }

    /// Whether r and s are the signature of the owner of a key over a message.
    static func isValid(_ signature: [UInt8], over message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard let coded = coded(numbers: signature), let key = key(publicKey: publicKey, secret: nil) else {
            return false
        }
        defer { EVP_PKEY_free(key) }
        return withContext(key) { context in
            EVP_DigestVerifyInit(context, nil, EVP_sm3(), nil, key) == 1
                && EVP_DigestVerify(context, coded, coded.count, message, message.count) == 1
        } ?? false
    }

    private static var unavailable: LedgerError { LedgerError(.suiteUnavailable, detail: "SM2") }

    /// Runs `body` with a context that hashes the signer's identifier; nil when there is none.
    private static func withContext<Result>(_ key: OpaquePointer, _ body: (OpaquePointer) -> Result?) -> Result? {
        guard let parameters = EVP_PKEY_CTX_new(key, nil) else { return nil }
        defer { EVP_PKEY_CTX_free(parameters) }
        guard let context = EVP_MD_CTX_new() else { return nil }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_PKEY_CTX_set1_id(parameters, signerID, CInt(signerID.count)) == 1 else { return nil }
        EVP_MD_CTX_set_pkey_ctx(context, parameters)
        return body(context)
    }

    /// The library's form of a key, to be freed by the caller; nil when the point is not on the curve.
    private static func key(publicKey: [UInt8], secret: [UInt8]?) -> OpaquePointer? {
        guard let builder = OSSL_PARAM_BLD_new() else { return nil }
        defer { OSSL_PARAM_BLD_free(builder) }
        let number = secret.flatMap { BN_bin2bn($0, CInt($0.count), nil) }
        defer { BN_clear_free(number) }
        return publicKey.withUnsafeBufferPointer { point -> OpaquePointer? in
            guard OSSL_PARAM_BLD_push_utf8_string(builder, lasting("group"), lasting("SM2"), 0) == 1,
                OSSL_PARAM_BLD_push_octet_string(builder, lasting("pub"), point.baseAddress, point.count) == 1,
                secret == nil || OSSL_PARAM_BLD_push_BN(builder, lasting("priv"), number) == 1,
                let parameters = OSSL_PARAM_BLD_to_param(builder)
            else { return nil }
            defer { OSSL_PARAM_free(parameters) }
            guard let context = EVP_PKEY_CTX_new_from_name(nil, "SM2", nil) else { return nil }
            defer { EVP_PKEY_CTX_free(context) }
            var key: OpaquePointer?
            // The library's own names for these sums are macros that Swift does not import.
            let parts =
                OSSL_KEYMGMT_SELECT_DOMAIN_PARAMETERS | OSSL_KEYMGMT_SELECT_OTHER_PARAMETERS
                | OSSL_KEYMGMT_SELECT_PUBLIC_KEY | (secret == nil ? 0 : OSSL_KEYMGMT_SELECT_PRIVATE_KEY)
            guard EVP_PKEY_fromdata_init(context) == 1,
                EVP_PKEY_fromdata(context, &key, parts, parameters) == 1
            else { return nil }
            return key
        }
    }

    /// A parameter's name (EVP_PKEY-EC(7)): the builder keeps the pointer, so it must outlast the call.
    private static func lasting(_ text: StaticString) -> UnsafePointer<CChar> {
        UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    /// r and s out of the library's ASN.1 form.
    private static func numbers(ofCoded coded: [UInt8]) -> [UInt8]? {
        coded.withUnsafeBufferPointer { buffer -> [UInt8]? in
            var start = buffer.baseAddress
            guard let signature = d2i_ECDSA_SIG(nil, &start, buffer.count) else { return nil }
            defer { ECDSA_SIG_free(signature) }
            var bytes = [UInt8](repeating: 0, count: signatureBytes)
            let isDone = bytes.withUnsafeMutableBufferPointer { output in
                guard let base = output.baseAddress else { return false }
                let size = CInt(numberBytes)
                return BN_bn2binpad(ECDSA_SIG_get0_r(signature), base, size) == size
                    && BN_bn2binpad(ECDSA_SIG_get0_s(signature), base + numberBytes, size) == size
            }
            return isDone ? bytes : nil
        }
    }

    /// The library's ASN.1 form of r and s; nil for another number of bytes.
    private static func coded(numbers: [UInt8]) -> [UInt8]? {
        guard numbers.count == signatureBytes, let signature = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(signature) }
        let r = BN_bin2bn(Array(numbers.prefix(numberBytes)), CInt(numberBytes), nil)
        let s = BN_bin2bn(Array(numbers.suffix(numberBytes)), CInt(numberBytes), nil)
        // The signature owns both numbers from here on.
        guard ECDSA_SIG_set0(signature, r, s) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(i2d_ECDSA_SIG(signature, nil)))
        return bytes.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return i2d_ECDSA_SIG(signature, &start) > 0
        } ? bytes : nil
    }
}
