import Crypto
import Foundation
import Standards

/// One try to sign in through the provider, from the click on the button to the way back. Only the browser keeps it, sealed.
package struct OpenIDTry: Codable, Hashable, Sendable {
    /// Seconds from the click to the way back.
    package static let seconds: Int64 = 600

    /// Comes back in the address: ties the answer to this browser.
    let state: String
    /// Comes back in the token: ties it to this try.
    let nonce: String
    /// The secret of which the provider got the hash (RFC 7636).
    let verifier: String
    /// Where to go then.
    package let next: String
    /// Seconds since 1970-01-01T00:00:00Z.
    let until: Int64

    init(next: String, at now: Int64) {
        state = SignInDesk.freshToken()
        nonce = SignInDesk.freshToken()
        verifier = SignInDesk.freshToken()
        self.next = next
        until = now + Self.seconds
    }

    /// The hash of the verifier, `S256`.
    var challenge: String { Self.base64URL(SHA256.hash(data: Array(verifier.utf8))) }

    static func base64URL(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

extension SignInDesk {
    private static let tryContext = "openid/try"

    /// The try as the browser may keep it: it can neither read nor change it.
    func sealed(_ attempt: OpenIDTry) throws -> String {
        let bytes = try secrets.seal(Array(JSONEncoder().encode(attempt)), as: Self.tryContext)
        return OpenIDTry.base64URL(bytes)
    }

    /// - Throws: `OpenIDError` with `.unknownTry` for what is none of ours, or over.
    package func openIDTry(_ text: String, state: String) throws(OpenIDError) -> OpenIDTry {
        let padded = text.replacing("-", with: "+").replacing("_", with: "/")
        let whole = padded + String(repeating: "=", count: (4 - padded.count % 4) % 4)
        guard let data = Data(base64Encoded: whole),
            let bytes = try? secrets.open(Array(data), as: Self.tryContext, keyID: secrets.id),
            let attempt = try? JSONDecoder().decode(OpenIDTry.self, from: Data(bytes)),
            attempt.state == state, attempt.until >= now.secondsSince1970
        else { throw OpenIDError(.unknownTry) }
        return attempt
    }
}
