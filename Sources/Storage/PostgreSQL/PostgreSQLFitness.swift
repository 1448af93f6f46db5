/// What a server must be like: everything here would otherwise go wrong silently.
enum PostgreSQLFitness {
    private static let leastVersion: Int64 = 150_000

    /// Brings a new connection into the state that we count on.
    ///
    /// - Throws: `StorageError` with `.unfitServer` and what is to be mended.
    static func demand(of connection: PostgreSQLConnection, at place: String) throws(StorageError) {
        let result = try connection.execute(
            """
            SELECT current_setting('server_version_num')::BIGINT AS version, current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS commits, current_setting('server_encoding') AS encoding,
            d.datcollate AS collation, d.datlocprovider AS provider FROM pg_database d WHERE d.datname = current_database()
            """)
        let row = PostgreSQLRow(result: result, index: 0)
        guard result.rowCount == 1 else { throw StorageError(.unfitServer, detail: place) }
        if try row.integer("version") < leastVersion {
            throw StorageError(.unfitServer, detail: "\(place)：PostgreSQL 需要 15 或更新的版本")
        }
        // Text is compared and put in order by its bytes, as on SQLite.
        guard try row.text("encoding") == "UTF8", try row.text("provider") == "c",
            ["C", "POSIX"].contains(try row.text("collation"))
        else {
            throw StorageError(
                .unfitServer,
                detail:
                    "\(place)：数据库须为 UTF8 编码、C 排序。请另建：CREATE DATABASE 名称 TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
        }
        // Acknowledged means durable: without fsync a crash of the machine takes back what was committed.
        guard try row.text("fsync") == "on" else {
            throw StorageError(.unfitServer, detail: "\(place)：服务器设置了 fsync = off，断电会丢失已确认的数据。请改为 on")
        }
        try connection.run("SET client_min_messages = warning")
        if ["off", "local", "remote_write"].contains(try row.text("commits")) {
            try connection.run("SET synchronous_commit = on")
        }
        // A transaction whose process hangs would keep everybody from writing.
        try connection.run("SET idle_in_transaction_session_timeout = '15min'")
    }
}
