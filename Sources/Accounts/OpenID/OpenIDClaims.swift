import JWTKit

/// What a token says of a person (OpenID Connect Core 1.0, 2).
struct OpenIDClaims: JWTPayload {
    /// One name, or several.
    struct Audience: Codable, Sendable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                names = [one]
            } else {
                names = try container.decode([String].self)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(names)
        }
    }

    let iss: String
    let sub: String
    let aud: Audience
    let exp: Double
    let iat: Double
    let nonce: String?
    let azp: String?
    let amr: [String]?

    /// The signature is asked by the library, all else by `check`, which is told the time.
    func verify(using algorithm: some JWTAlgorithm) async throws {}

    /// Whether it was made for this try of this client, and holds now.
    ///
    /// - Parameter now: in seconds since 1970-01-01T00:00:00Z.
    /// - Throws: `OpenIDError` with `.faultyToken`.
    func check(_ settings: OpenIDSettings, _ attempt: OpenIDTry, at now: Int64) throws(OpenIDError) {
        /// How far two clocks may lie apart, in seconds.
        let leeway = 120.0
        let faults: [(String, Bool)] = [
            ("iss", (iss.hasSuffix("/") ? String(iss.dropLast()) : iss) == settings.issuer),
            ("aud", aud.names.contains(settings.clientID)),
            ("azp", azp.map { $0 == settings.clientID } ?? (aud.names.count == 1)),
            ("exp", exp > Double(now) - leeway), ("iat", iat < Double(now) + leeway),
            ("nonce", nonce == attempt.nonce), ("sub", (1...255).contains(sub.utf8.count)),
        ]
        if let fault = faults.first(where: { !$0.1 }) { throw OpenIDError(.faultyToken, detail: fault.0) }
    }

    /// Whether the provider asked for a second proof (RFC 8176).
    var hasFactor: Bool { !Set(amr ?? []).isDisjoint(with: ["mfa", "otp", "hwk", "sc"]) }
}
