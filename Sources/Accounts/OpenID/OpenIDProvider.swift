import Foundation
import Standards
import Synchronization

/// Another system through which people may sign in: the authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0,
/// 3.1; RFC 7636; RFC 9700).
package final class OpenIDProvider: Sendable {
    /// What a provider says of itself is asked again after so many seconds.
    private static let freshSeconds: Int64 = 600
    /// A token by an unknown key asks for the keys again, not more often than this, in seconds.
    private static let keyPauseSeconds: Int64 = 30

    package let settings: OpenIDSettings
    /// The path of our page that the provider sends browsers back to.
    private let returnPath: String
    private let fetch: OpenIDFetch
    private let known = Mutex<Known?>(nil)

    private struct Known: Sendable {
        let metadata: OpenIDMetadata
        let keys: OpenIDKeys
        let asked: Int64
    }

    package init(_ settings: OpenIDSettings, returnPath: String, fetch: @escaping OpenIDFetch) {
        self.settings = settings
        self.returnPath = returnPath
        self.fetch = fetch
    }

    /// Begins a try.
    ///
    /// - Parameters:
    ///   - next: where to go after signing in, a path of ours.
    ///   - desk: seals what the browser keeps.
    /// - Returns: where the browser goes, and what it keeps meanwhile.
    /// - Throws: `OpenIDError`.
    package func begin(next: String, at desk: SignInDesk) async throws -> (address: String, kept: String) {
        let now = desk.now.secondsSince1970
        let attempt = OpenIDTry(next: next, at: now)
        let known = try await known(at: now)
        let query = Self.form([
            ("response_type", "code"), ("scope", "openid"), ("client_id", settings.clientID),
            ("redirect_uri", settings.returnAddress(returnPath)), ("state", attempt.state), ("nonce", attempt.nonce),
            ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
        ])
        let address = known.metadata.authorization
        return (address + (address.contains("?") ? "&" : "?") + query, try desk.sealed(attempt))
    }

    /// Turns the code that the browser brought back into who it is.
    ///
    /// - Throws: `OpenIDError`.
    package func finish(code: String, _ attempt: OpenIDTry, at desk: SignInDesk) async throws -> OpenIDIdentity {
        let now = desk.now.secondsSince1970
        let known = try await known(at: now)
        let token = try await token(for: code, attempt, known.metadata)
        let claims: OpenIDClaims
        do {
            claims = try await known.keys.claims(of: token)
        } catch {
            guard now - known.asked >= Self.keyPauseSeconds else { throw error }
            // The provider may have changed its keys meanwhile.
            claims = try await ask(at: now).keys.claims(of: token)
        }
        try claims.check(settings, attempt, at: now)
        return OpenIDIdentity(issuer: settings.issuer, subject: claims.sub, hasFactor: claims.hasFactor)
    }

    private func token(for code: String, _ attempt: OpenIDTry, _ metadata: OpenIDMetadata) async throws -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.returnAddress(returnPath)),
            ("code_verifier", attempt.verifier),
        ]
        var authorization: String?
        if let secret = settings.clientSecret {
            let pair = Self.coded(settings.clientID) + ":" + Self.coded(secret)
            authorization = "Basic " + Data(pair.utf8).base64EncodedString()
        } else {
            fields.append(("client_id", settings.clientID))
        }
        struct Answer: Decodable {
            let token: String

            enum CodingKeys: String, CodingKey { case token = "id_token" }
        }
        let bytes = try await bytes(
            of: OpenIDRequest(url: metadata.token, form: Self.form(fields), authorization: authorization),
            "token_endpoint")
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(bytes)) else {
            throw OpenIDError(.faultyToken, detail: "id_token")
        }
        return answer.token
    }

    private func known(at now: Int64) async throws -> Known {
        let present = known.withLock { $0 }
        if let present, now >= present.asked, now - present.asked < Self.freshSeconds { return present }
        return try await ask(at: now)
    }

    private func ask(at now: Int64) async throws -> Known {
        let document = try await bytes(
            of: OpenIDRequest(url: settings.issuer + OpenIDMetadata.path, form: nil, authorization: nil),
            OpenIDMetadata.path)
        let metadata = try OpenIDMetadata(document, issuer: settings.issuer)
        let keys = try await OpenIDKeys(
            try await bytes(of: OpenIDRequest(url: metadata.keys, form: nil, authorization: nil), "jwks_uri"))
        let found = Known(metadata: metadata, keys: keys, asked: now)
        known.withLock { $0 = found }
        return found
    }

    /// - Parameter name: what it is, for whoever mends it.
    private func bytes(of request: OpenIDRequest, _ name: String) async throws -> [UInt8] {
        let answer: OpenIDAnswer
        do {
            answer = try await fetch(request)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw OpenIDError(.unreachable, detail: name)
        }
        guard answer.status == 200 else { throw OpenIDError(.unreachable, detail: "\(name)：\(answer.status)") }
        return answer.bytes
    }

    private static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\($0.0)=\(coded($0.1))" }.joined(separator: "&")
    }

    private static func coded(_ text: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}
