import Hummingbird

/// The name under which a request asked for this machine.
struct RequestHost: Sendable, Hashable {
    /// With the port, as sent: `127.0.0.1:8080`, `localhost`, `[::1]:8080`.
    let authority: String

    /// The names a request gives: normally one; a second one that differs is never ours.
    static func all(of request: Request) -> [RequestHost] {
        var names = [request.head.authority].compactMap { $0 }
        if let field = HTTPFields.Element.Name("Host") { names += request.headers[values: field] }
        return names.map { RequestHost(authority: $0.lowercased()) }
    }

    /// The name without its port.
    var name: String {
        if authority.hasPrefix("[") { return String(authority.prefix { $0 != "]" }.dropFirst()) }
        return String(authority.prefix { $0 != ":" })
    }

    /// Whether it is a name or address of the machine itself.
    ///
    /// A page of another site may have its name point to 127.0.0.1 (DNS rebinding); its requests carry its own name here.
    var isLoopback: Bool {
        if ["localhost", "::1"].contains(name) { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
