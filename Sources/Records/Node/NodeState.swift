package import Storage

/// Which gateway a store belongs to, where the store is a database that several processes can reach.
///
/// A node is a data directory with its packet log. Records, readings and the cursor of packets name places in that log, so a store
/// has one node for now: `packet_cursor` holds the row of its number. A second one is refused before it writes.
package enum NodeState {
    static let migration = Migration(
        id: "records.3.node",
        statements: [
            "CREATE TABLE node (number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1), id TEXT NOT NULL UNIQUE) STRICT"
        ])

    /// The node of the store; nil before its first.
    package static func id(in connection: ReadConnection) throws -> String? {
        try connection.first("SELECT id FROM node") { try $0.text("id") }
    }

    /// Makes a node that of the store, where there is none.
    ///
    /// - Returns: the node of the store, which is another one where it was first.
    package static func claim(_ id: String, in database: Database) async throws -> String {
        try await database.write { connection in
            if let known = try self.id(in: connection.reading) { return known }
            try connection.execute("INSERT INTO node (number, id) VALUES (1, \(id))")
            return id
        }
    }
}
