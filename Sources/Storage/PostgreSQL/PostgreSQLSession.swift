/// A connection that is made when it is needed and again when it was lost, on a thread of its own: libpq waits for the server, and
/// who waits must not hold up the threads that all tasks share.
actor PostgreSQLSession {
    private let address: PostgreSQLAddress
    private nonisolated let thread = QueueExecutor(label: "qingheng.postgresql")
    private var connection: PostgreSQLConnection?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    init(_ address: PostgreSQLAddress) { self.address = address }

    /// Asks questions of one consistent state.
    func read<Value: Sendable>(_ body: @Sendable (ReadConnection) throws -> Value) throws -> Value {
        do {
            return try ask(body)
        } catch  where connection?.hasStalePlan == true {
            // A table was made again by another process; a new connection knows it as it is.
            connection = nil
            return try ask(body)
        }
    }

    private func ask<Value>(_ body: (ReadConnection) throws -> Value) throws -> Value {
        let connection = try begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return try end(connection, saying: "COMMIT") { try body(ReadConnection(engine: .postgreSQL(connection))) }
    }

    /// Runs one transaction, which is alone in writing: whatever it reads is still so when it commits.
    func write<Value: Sendable>(_ body: @Sendable (WriteConnection) throws -> Value) throws -> Value {
        let connection = try begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; \(WriterLock.statement)")
        return try end(connection, saying: "COMMIT") {
            let value = try body(WriteConnection(reading: ReadConnection(engine: .postgreSQL(connection))))
            try connection.flush()
            return value
        }
    }

    /// Ends the connection.
    func close() { connection = nil }

    /// - Throws: `StorageError` with `.serverUnreachable` when there is no server now.
    private func begin(_ text: String) throws(StorageError) -> PostgreSQLConnection {
        if let connection {
            // The server may have been started again since: then its end shows only now.
            do throws(StorageError) {
                try connection.trimStatements()
                try connection.run(text)
                return connection
            } catch {
                self.connection = nil
            }
        }
        let fresh = try PostgreSQLConnection(address)
        try fresh.run(text)
        connection = fresh
        return fresh
    }

    private func end<Value>(
        _ connection: PostgreSQLConnection, saying commit: String, _ body: () throws -> Value
    ) throws -> Value {
        do {
            let value = try body()
            // The server answers ROLLBACK where a statement failed and nobody said so.
            let tag = try connection.run(commit).tag
            guard tag == commit else { throw StorageError(.refusedStatement, detail: "\(address.place)（\(tag)）") }
            return value
        } catch {
            undo(connection)
            throw error
        }
    }

    private func undo(_ connection: PostgreSQLConnection) {
        connection.abandon()
        if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
        if connection.isBroken || connection.isInTransaction { self.connection = nil }
    }
}
