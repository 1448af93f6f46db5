/// Where a service listens: `HOST:PORT`.
package struct ListenAddress: Hashable, Sendable {
    package let host: String
    package let port: Int

    /// Reads `127.0.0.1:8080`, `localhost:8080` or `[::1]:8080`; port 0 asks for any free one.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty else { return nil }
        self.host = host
        self.port = port
    }

    /// Whether only this machine can reach it.
    package var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
