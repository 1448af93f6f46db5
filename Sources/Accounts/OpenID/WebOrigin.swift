import Foundation

/// Scheme, host and port of an address: what decides whom a request goes to (RFC 6454).
struct WebOrigin: Hashable {
    let scheme: String
    let host: String
    let port: Int

    /// Nil for what is no absolute address of the web, or carries a name and password.
    init?(_ address: String) {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty, parts.user == nil
        else { return nil }
        self.scheme = scheme
        self.host = host
        port = parts.port ?? (scheme == "https" ? 443 : 80)
    }

    /// Whether what is asked there stays secret: TLS, or this very machine.
    var isTrusted: Bool { scheme == "https" || ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host) }

    /// As it stands before a path.
    var text: String {
        let isUsual = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)" + (isUsual ? "" : ":\(port)")
    }
}
