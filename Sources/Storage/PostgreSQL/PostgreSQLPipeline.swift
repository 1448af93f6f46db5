internal import CPostgreSQL

/// Rows sent one after the other to a prepared statement, without waiting for the answer to each.
struct PostgreSQLPipeline {
    /// So few that their answers fit into the socket: neither side waits for the other.
    private static let greatestCount = 200
    /// So few bytes that the server need not be read from meanwhile.
    private static let greatestBytes = 1 << 20

    private let connection: PostgreSQLConnection
    private var count = 0
    private var bytes = 0

    init(_ connection: PostgreSQLConnection) throws(StorageError) {
        self.connection = connection
        guard PQenterPipelineMode(connection.handle) == 1 else { throw connection.lost }
    }

    var isFull: Bool { count >= Self.greatestCount || bytes >= Self.greatestBytes }

    mutating func send(_ statement: String, _ parameters: PostgreSQLParameters) throws(StorageError) {
        count += 1
        bytes += parameters.lengths.reduce(0) { $0 + Int($1) }
        let isSent = parameters.withPointers { values in
            PQsendQueryPrepared(
                connection.handle, statement, Int32(parameters.count), values, parameters.lengths,
                parameters.formats, 1)
        }
        if isSent != 1 {
            try finish()
            throw connection.lost
        }
    }

    /// Reads every answer and ends the pipeline.
    ///
    /// - Throws: the first fault among the answers.
    func finish() throws(StorageError) {
        var fault: StorageError?
        if PQpipelineSync(connection.handle) == 1 {
            var isSynced = false
            while !isSynced, !connection.isBroken {
                // Two null pointers in a row stand for an answer that will not come.
                guard let pointer = PQgetResult(connection.handle) else {
                    guard let next = PQgetResult(connection.handle) else { break }
                    isSynced = take(next, &fault)
                    continue
                }
                isSynced = take(pointer, &fault)
            }
        }
        if PQexitPipelineMode(connection.handle) != 1 { fault = fault ?? connection.lost }
        if let fault { throw fault }
    }

    /// - Returns: whether it was the end of the pipeline.
    private func take(_ pointer: OpaquePointer, _ fault: inout StorageError?) -> Bool {
        switch PQresultStatus(pointer) {
        case PGRES_PIPELINE_SYNC:
            PQclear(pointer)
            return true
        case PGRES_PIPELINE_ABORTED: PQclear(pointer)
        default:
            do throws(StorageError) { try connection.checked(pointer) } catch { fault = fault ?? error }
        }
        return false
    }
}
