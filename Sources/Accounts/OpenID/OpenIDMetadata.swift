import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, 3).
struct OpenIDMetadata: Hashable, Sendable {
    static let path = "/.well-known/openid-configuration"

    let authorization: String
    let token: String
    let keys: String

    /// - Throws: `OpenIDError` with `.faultyProvider`: another issuer, or an address at another origin – nobody is asked but the issuer
    ///   that the bureau named.
    init(_ bytes: [UInt8], issuer: String) throws(OpenIDError) {
        struct Document: Decodable {
            let issuer: String
            let authorization: String
            let token: String
            let keys: String

            enum CodingKeys: String, CodingKey {
                case issuer
                case authorization = "authorization_endpoint"
                case token = "token_endpoint"
                case keys = "jwks_uri"
            }
        }
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(bytes)) else {
            throw OpenIDError(.faultyProvider, detail: Self.path)
        }
        let named = document.issuer.hasSuffix("/") ? String(document.issuer.dropLast()) : document.issuer
        guard named == issuer else { throw OpenIDError(.faultyProvider, detail: "issuer") }
        let origin = WebOrigin(issuer)
        for (name, address) in [
            ("authorization_endpoint", document.authorization), ("token_endpoint", document.token),
            ("jwks_uri", document.keys),
        ] where WebOrigin(address) != origin || address.contains("#") {
            throw OpenIDError(.faultyProvider, detail: name)
        }
        authorization = document.authorization
        token = document.token
        keys = document.keys
    }
}
