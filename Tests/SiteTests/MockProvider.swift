import Accounts
import Crypto
import Foundation
import JWTKit
import Synchronization

@testable import Site

/// A provider of OpenID Connect in this process: it checks what a real one checks, and can be told to misbehave.
final class MockProvider: Sendable {
    static let issuer = "https://sso.example/realm"

    /// What is different from what is right.
    struct Faults: Sendable {
        var claims: [String: String] = [:]
        var metadata: [String: String] = [:]
        /// Signs with a key that is not published.
        var signsOtherwise = false
        var methods: [String]?
        var status = 200
    }

    private struct Claims: JWTPayload {
        var iss: String
        var sub: String
        var aud: String
        var exp: Int64
        var iat: Int64
        var nonce: String
        var amr: [String]?

        func verify(using algorithm: some JWTAlgorithm) async throws {}
    }

    private struct State: Sendable {
        var faults = Faults()
        /// By code: what the browser was sent with.
        var codes: [String: [String: String]] = [:]
        var asked: [String] = []
        var key = ES256PrivateKey()
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Int64

    /// - Parameter now: in seconds since 1970-01-01T00:00:00Z.
    init(now: @escaping @Sendable () -> Int64) { self.now = now }

    /// Every address that was asked.
    var asked: [String] { state.withLock { $0.asked } }

    func fail(_ change: @Sendable (inout Faults) -> Void) { state.withLock { change(&$0.faults) } }

    func changeKey() { state.withLock { $0.key = ES256PrivateKey() } }

    /// The person says yes at the provider's page: the address to which the browser goes back.
    func consent(at address: String) throws -> (path: String, code: String) {
        let parts = URLComponents(string: address)
        let fields = Dictionary(
            (parts?.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
        let code = UUID().uuidString
        state.withLock { $0.codes[code] = fields }
        let back = URLComponents(string: fields["redirect_uri"] ?? "")
        return ("\(back?.path ?? "")?code=\(code)&state=\(fields["state"] ?? "")", code)
    }

    /// Answers as over the network.
    func fetch(_ request: OpenIDRequest) async throws -> OpenIDAnswer {
        let faults = state.withLock { state -> Faults in
            state.asked.append(request.url)
            return state.faults
        }
        if faults.status != 200 { return OpenIDAnswer(status: faults.status, bytes: []) }
        switch request.url {
        case Self.issuer + "/.well-known/openid-configuration":
            let document = [
                "issuer": Self.issuer, "authorization_endpoint": Self.issuer + "/authorize",
                "token_endpoint": Self.issuer + "/token", "jwks_uri": Self.issuer + "/keys",
            ].merging(faults.metadata) { $1 }
            return try Self.json(document)
        case Self.issuer + "/keys":
            let point = state.withLock { $0.key.publicKey.parameters }
            let key = [
                "kty": "EC", "crv": "P-256", "kid": "one", "x": point?.x ?? "", "y": point?.y ?? "", "use": "sig",
            ]
            return try Self.json(["keys": [["kty": "oct", "kid": "shared", "k": "AAAA"], key]])
        case Self.issuer + "/token": return try await token(request, faults)
        default: return OpenIDAnswer(status: 404, bytes: [])
        }
    }

    private func token(_ request: OpenIDRequest, _ faults: Faults) async throws -> OpenIDAnswer {
        let fields = FormFields(request.form ?? "")
        let code = fields.first("code") ?? ""
        // A code is taken once.
        guard let begun = state.withLock({ $0.codes.removeValue(forKey: code) }),
            fields.first("redirect_uri") == begun["redirect_uri"],
            request.authorization == "Basic " + Data("bureau:s%2Fcret".utf8).base64EncodedString(),
            Self.challenge(fields.first("code_verifier") ?? "") == begun["code_challenge"]
        else { return OpenIDAnswer(status: 400, bytes: Array(#"{"error":"invalid_grant"}"#.utf8)) }
        func claim(_ name: String, _ usual: String) -> String { faults.claims[name] ?? usual }
        let claims = Claims(
            iss: claim("iss", Self.issuer), sub: claim("sub", "u-1001"), aud: claim("aud", "bureau"),
            exp: Int64(claim("exp", "")) ?? now() + 300, iat: now(), nonce: claim("nonce", begun["nonce"] ?? ""),
            amr: faults.methods)
        let key = faults.signsOtherwise ? ES256PrivateKey() : state.withLock { $0.key }
        let signers = await JWTKeyCollection().add(ecdsa: key, kid: "one")
        return try Self.json(["id_token": try await signers.sign(claims, kid: "one"), "token_type": "Bearer"])
    }

    private static func challenge(_ verifier: String) -> String {
        Data(SHA256.hash(data: Array(verifier.utf8))).base64EncodedString().replacing("+", with: "-")
            .replacing("/", with: "_").replacing("=", with: "")
    }

    private static func json(_ value: Any) throws -> OpenIDAnswer {
        OpenIDAnswer(status: 200, bytes: Array(try JSONSerialization.data(withJSONObject: value)))
    }
}
