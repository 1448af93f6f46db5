import Foundation
import JWTKit

/// The public keys that a provider signs with.
struct OpenIDKeys: Sendable {
    /// Kinds of keys with which a stranger cannot sign: shared secrets are none of them.
    private static let kinds: Set<String> = ["RSA", "EC", "OKP"]
    /// Of the modulus of an RSA key of 2048 bits, in base64url.
    private static let shortestModulus = 342

    private let collection: JWTKeyCollection

    /// Reads a key set (RFC 7517); keys for other uses and of other kinds are left out.
    ///
    /// - Throws: `OpenIDError` with `.faultyProvider` when none is left.
    init(_ bytes: [UInt8]) async throws(OpenIDError) {
        guard let set = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            let listed = set["keys"] as? [[String: Any]]
        else { throw OpenIDError(.faultyProvider, detail: "jwks_uri") }
        let collection = JWTKeyCollection()
        var count = 0
        for (index, key) in listed.prefix(50).enumerated() {
            guard let kind = key["kty"] as? String, Self.kinds.contains(kind), key["use"] as? String ?? "sig" == "sig",
                kind != "RSA" || (key["n"] as? String ?? "").utf8.count >= Self.shortestModulus
            else { continue }
            // Of a key only what is public, with a name where it has none.
            var plain = key.filter { ["kty", "alg", "crv", "n", "e", "x", "y"].contains($0.key) }
            plain["kid"] = key["kid"] as? String ?? "key-\(index)"
            guard let data = try? JSONSerialization.data(withJSONObject: plain),
                let read = try? JSONDecoder().decode(JWK.self, from: data),
                (try? await collection.add(jwk: read)) != nil
            else { continue }
            count += 1
        }
        guard count > 0 else { throw OpenIDError(.faultyProvider, detail: "jwks_uri") }
        self.collection = collection
    }

    /// The claims of a token that one of the keys signed.
    ///
    /// - Throws: `OpenIDError` with `.faultyToken`.
    func claims(of token: String) async throws(OpenIDError) -> OpenIDClaims {
        do {
            return try await collection.verify(token, as: OpenIDClaims.self)
        } catch {
            throw OpenIDError(.faultyToken, detail: "签名")
        }
    }
}
