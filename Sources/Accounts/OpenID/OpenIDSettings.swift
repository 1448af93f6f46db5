import Foundation

/// Through which other system people may sign in (OpenID Connect Core 1.0), as the bureau set it.
package struct OpenIDSettings: Sendable {
    /// Its name, an address without a slash at its end; everything that is asked of it lies at this origin.
    package let issuer: String
    let clientID: String
    /// Nil for a client without one: PKCE stands for it.
    let clientSecret: String?
    /// What stands on the button.
    package let title: String
    /// Our own address as browsers know it, without a path.
    let address: String

    /// Where the provider sends browsers back to.
    ///
    /// - Parameter path: that of our page.
    func returnAddress(_ path: String) -> String { address + path }

    /// Reads lines `key=value`; those that begin with `#` and empty ones do not count.
    ///
    /// - Parameter site: our address where the file names none.
    /// - Throws: `OpenIDError` with `.faultySettings`.
    package init(_ text: String, site: String?) throws(OpenIDError) {
        let values = try Self.values(text)
        var issuer = try Self.value("issuer", values)
        if issuer.hasSuffix("/") { issuer.removeLast() }
        guard WebOrigin(issuer)?.isTrusted == true, !issuer.contains("?"), !issuer.contains("#") else {
            throw OpenIDError(.faultySettings, detail: "项 issuer")
        }
        guard let own = (values["address"] ?? site).flatMap(WebOrigin.init), own.isTrusted else {
            throw OpenIDError(.faultySettings, detail: "项 address")
        }
        self.issuer = issuer
        self.address = own.text
        clientID = try Self.value("client-id", values)
        clientSecret = values["client-secret"]
        title = try Self.value("title", values)
    }

    private static let keys: Set<String> = ["issuer", "client-id", "client-secret", "title", "address"]

    private static func value(_ key: String, _ values: [String: String]) throws(OpenIDError) -> String {
        guard let value = values[key] else { throw OpenIDError(.faultySettings, detail: "项 \(key)") }
        return value
    }

    private static func values(_ text: String) throws(OpenIDError) -> [String: String] {
        var values: [String: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let plain = line.trimmingPrefix(while: \.isWhitespace)
            if plain.isEmpty || plain.hasPrefix("#") { continue }
            let sides = plain.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard sides.count == 2, keys.contains(sides[0]), !sides[1].isEmpty,
                values.updateValue(sides[1], forKey: sides[0]) == nil
            else { throw OpenIDError(.faultySettings, detail: "\(index + 1) 行") }
        }
        return values
    }
}
