import Records
import Storage

extension DataDirectory {
    /// The store of this directory: in a file of its own, or on a server.
    ///
    /// - Throws: `HouseError` with `.storeElsewhere` or `.storeHere` where it is at the other of the two; a second, empty store would
    ///   read the packet log again from its beginning.
    func database(on server: PostgreSQLAddress?) throws -> Database {
        guard let server else {
            if hasNode { throw HouseError(.storeElsewhere, detail: path) }
            return try Database(path: databasePath)
        }
        if hasDatabaseFile { throw HouseError(.storeHere, detail: path) }
        return Database(server)
    }

    /// Lets only the directory that is the node of a database be used with it.
    ///
    /// - Throws: `HouseError` with `.otherNode`.
    static func demandNode(of path: String, in database: Database) async throws {
        let owner = try await database.read { try NodeState.id(in: $0) }
        guard let owner, knownNode(of: path) == owner else { throw HouseError(.otherNode, detail: owner ?? "—") }
    }

    /// Makes this directory the node of a database that has none yet.
    ///
    /// - Throws: `HouseError` with `.otherNode` where the database has another.
    func join(_ database: Database) async throws {
        let isNew = !hasNode
        // On disk first: a database whose node nobody knows could not be opened again.
        let own = try nodeID()
        let owner = try await NodeState.claim(own, in: database)
        guard own == owner else {
            if isNew { try forgetNode() }
            throw HouseError(.otherNode, detail: owner)
        }
    }
}
