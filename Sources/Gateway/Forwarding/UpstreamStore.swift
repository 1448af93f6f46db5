import Ledger
import Registry
package import Storage

/// Questions about upper platforms.
package enum UpstreamStore {
    /// An upper platform as it is set.
    package struct Entry: Sendable, Hashable {
        package let upstream: Upstream
        /// Where the packets begin that it gets.
        package let since: PacketAddress
        /// The record that set it.
        package let sequence: Int64
    }

    /// All upper platforms, by id.
    package static func upstreams(in connection: ReadConnection) throws -> [Entry] {
        try connection.rows("SELECT id, body, since, seq FROM gateway_upstream ORDER BY id", entry(from:))
            .compactMap { $0 }
    }

    /// The upper platform with an id.
    package static func upstream(_ id: String, in connection: ReadConnection) throws -> Entry? {
        try connection.first("SELECT id, body, since, seq FROM gateway_upstream WHERE id = \(id)", entry(from:)) ?? nil
    }

    /// What each bound device watches now, by its number in upper case.
    static func boundDevices(in connection: ReadConnection) throws -> [String: ObjectKind] {
        let rows = try connection.rows(
            """
            SELECT d.mn AS mn, o.kind AS kind FROM registry_device d JOIN registry_object o ON o.id = d.object
            ORDER BY d.mn, d.seq
            """
        ) { (try $0.text("mn"), ObjectKind(rawValue: try $0.text("kind"))) }
        return Dictionary(rows, uniquingKeysWith: { _, last in last }).compactMapValues { $0 }
    }

    private static func entry(from row: SQLRow) throws -> Entry? {
        let body = try CanonicalValue(canonical: Array(try row.text("body").utf8))
        guard let upstream = Upstream(id: try row.text("id"), canonical: body) else { return nil }
        return Entry(
            upstream: upstream, since: PacketAddress(rawValue: try row.integer("since")),
            sequence: try row.integer("seq"))
    }
}
