internal import CPostgreSQL

/// Where a PostgreSQL database is: a connection URL as libpq reads it, without secrets.
///
/// A password comes from `~/.pgpass`, from `$PGPASSFILE` or from the file that `?passfile=` names. One in the address would be
/// in the list of processes and in the shell's history, so it is refused.
package struct PostgreSQLAddress: Sendable, Hashable {
    /// As libpq is given it.
    let text: String
    /// A database in place of the one in `text`; nil for that one.
    let database: String?
    /// Host, port and database, for messages.
    package let place: String

    private static let schemes = ["postgresql://", "postgres://"]
    private static let secrets: Set<String> = ["password", "sslpassword"]

    /// - Throws: `StorageError` with `.faultyAddress` or `.passwordInAddress`; neither repeats the address.
    package init(_ text: String) throws(StorageError) {
        guard Self.schemes.contains(where: text.hasPrefix) else { throw StorageError(.faultyAddress, detail: "") }
        var reason: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &reason) else {
            PQfreemem(reason)
            throw StorageError(.faultyAddress, detail: "")
        }
        defer { PQconninfoFree(options) }
        var given: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { given[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        if !Self.secrets.isDisjoint(with: given.keys) { throw StorageError(.passwordInAddress, detail: "") }
        // What is no number here may be a password that was written in the wrong place.
        guard (given["port"] ?? "").allSatisfy({ $0.isNumber || $0 == "," }) else {
            throw StorageError(.faultyAddress, detail: "")
        }
        self.text = text
        database = nil
        place = "\(given["host"] ?? "本机"):\(given["port"] ?? "5432")/\(given["dbname"] ?? given["user"] ?? "")"
    }

    private init(_ address: PostgreSQLAddress, database: String) {
        text = address.text
        place = "\(address.place[..<(address.place.lastIndex(of: "/") ?? address.place.endIndex)])/\(database)"
        self.database = database
    }

    /// Another database of the same server.
    package func inDatabase(_ name: String) -> PostgreSQLAddress { PostgreSQLAddress(self, database: name) }

    /// Runs a statement that can stand in no transaction, such as one that makes a database.
    ///
    /// - Throws: `StorageError`.
    package func run(_ statement: String) async throws {
        _ = try await BackgroundThread.run { try PostgreSQLConnection(self).run(statement).rowCount }
    }

    /// What libpq is given; of two of one name the later holds.
    var parameters: [(keyword: String, value: String)] {
        // What the address says itself goes before ours, except for the encoding of everything.
        var all = [
            ("application_name", "qingheng"), ("connect_timeout", "10"), ("keepalives_idle", "60"),
            ("keepalives_interval", "15"), ("keepalives_count", "4"), ("tcp_user_timeout", "60000"),
            ("dbname", text), ("client_encoding", "UTF8"),
        ]
        // Only the first of the name is read as an address.
        if let database { all.append(("dbname", database)) }
        return all.map { (keyword: $0.0, value: $0.1) }
    }
}
