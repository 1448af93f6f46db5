internal import CPostgreSQL

/// One connection to a PostgreSQL server with the statements it has prepared; used from one thread at a time.
final class PostgreSQLConnection {
    /// A statement is prepared once for each kind of values it is given.
    private struct StatementKey: Hashable {
        let text: String
        let types: [Oid]
    }

    /// More than the product has; lists of values make statements of every length.
    private static let greatestStatementCount = 400
    private static let stalePlan = "0A000"

    let handle: OpaquePointer
    private let place: String
    private var statements: [StatementKey: String] = [:]
    private var statementCount = 0
    /// Rows that were handed over and not yet sent, with their statement.
    private var pending: PostgreSQLPipeline?
    /// Whether a table changed under a prepared statement: asked again on a new connection, it works.
    private(set) var hasStalePlan = false

    /// Connects and makes sure that this server keeps what it acknowledges and orders text as we do.
    ///
    /// - Throws: `StorageError` with `.serverUnreachable` or `.unfitServer`.
    init(_ address: PostgreSQLAddress) throws(StorageError) {
        place = address.place
        let parameters = address.parameters
        let opened = CStrings.withPointers(parameters.map(\.keyword)) { keywords in
            CStrings.withPointers(parameters.map(\.value)) { values in PQconnectdbParams(keywords, values, 1) }
        }
        guard let opened else { throw StorageError(.serverUnreachable, detail: address.place) }
        handle = opened
        guard PQstatus(handle) == CONNECTION_OK else {
            // Every property is set by now, so `deinit` closes the connection.
            throw StorageError(.serverUnreachable, detail: "\(place)（\(Self.line(PQerrorMessage(handle)))）")
        }
        // What the server has to say besides is for its own log.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        try PostgreSQLFitness.demand(of: self, at: place)
    }

    deinit { PQfinish(handle) }

    /// Whether the server is gone.
    var isBroken: Bool { PQstatus(handle) != CONNECTION_OK }

    /// Whether a transaction is open, sound or not.
    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    // MARK: Statements

    /// Runs a statement with its values.
    func execute(_ sql: SQL) throws(StorageError) -> PostgreSQLResult {
        try flush()
        let (text, values) = sql.renderedForPostgreSQL()
        let parameters = PostgreSQLParameters(values)
        return try execute(try statement(text, parameters.types), parameters)
    }

    /// Runs text that holds no values: definitions, and the borders of transactions. The last statement's result is given.
    @discardableResult
    func run(_ text: String) throws(StorageError) -> PostgreSQLResult {
        try flush()
        return try checked(PQexec(handle, text))
    }

    /// Forgets what is prepared: tables have changed, or there is too much.
    func forgetStatements() throws(StorageError) {
        if statements.isEmpty { return }
        statements = [:]
        try run("DEALLOCATE ALL")
    }

    /// Called between transactions, when nobody holds a statement.
    func trimStatements() throws(StorageError) {
        if statements.count > Self.greatestStatementCount { try forgetStatements() }
    }

    /// The name of a statement, which is prepared when it is new.
    func statement(_ text: String, _ types: [Oid]) throws(StorageError) -> String {
        let key = StatementKey(text: text, types: types)
        if let name = statements[key] { return name }
        try flush()
        statementCount += 1
        let name = "s\(statementCount)"
        try checked(PQprepare(handle, name, text, Int32(types.count), types))
        statements[key] = name
        return name
    }

    private func execute(
        _ statement: String, _ parameters: PostgreSQLParameters
    ) throws(StorageError) -> PostgreSQLResult {
        let result = parameters.withPointers { values in
            PQexecPrepared(
                handle, statement, Int32(parameters.count), values, parameters.lengths, parameters.formats, 1)
        }
        return try checked(result)
    }

    // MARK: Rows one after the other

    /// Hands a row to a statement. It is sent at once and answered for at the latest before the next statement.
    func send(_ statement: String, _ values: [SQLValue]) throws(StorageError) {
        var pipeline: PostgreSQLPipeline
        if let pending { pipeline = pending } else { pipeline = try PostgreSQLPipeline(self) }
        pending = nil
        try pipeline.send(statement, PostgreSQLParameters(values))
        if pipeline.isFull { try pipeline.finish() } else { pending = pipeline }
    }

    /// Waits until every row handed over is in.
    ///
    /// - Throws: what the server has against one of them.
    func flush() throws(StorageError) {
        guard let pipeline = pending else { return }
        pending = nil
        try pipeline.finish()
    }

    /// Drops what was handed over, whatever became of it: the transaction is to be undone.
    func abandon() {
        let pipeline = pending
        pending = nil
        try? pipeline?.finish()
    }

    // MARK: Faults

    /// Takes hold of a result, or says why there is none.
    @discardableResult
    func checked(_ pointer: OpaquePointer?) throws(StorageError) -> PostgreSQLResult {
        guard let pointer else { throw lost }
        let result = PostgreSQLResult(pointer)
        switch PQresultStatus(pointer) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: return result
        default: throw failure(result)
        }
    }

    /// The connection ended without a result.
    var lost: StorageError {
        StorageError(.serverUnreachable, detail: "\(place)（\(Self.line(PQerrorMessage(handle)))）")
    }

    private func failure(_ result: PostgreSQLResult) -> StorageError {
        let state = result.errorField(UInt8(ascii: "C"))
        let message = result.errorField(UInt8(ascii: "M"))
        if state == Self.stalePlan { hasStalePlan = true }
        if isBroken { return lost }
        return StorageError(PostgreSQLState.code(of: state), detail: "\(place)（\(state) \(message)）")
    }

    /// libpq's words in one line; they name hosts, users and files, never a password.
    private static func line(_ message: UnsafePointer<CChar>?) -> String {
        guard let message else { return "" }
        return String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
