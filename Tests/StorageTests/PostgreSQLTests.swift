import Storage
import TestStore
import Testing

struct PostgreSQLAddressTests {
    @Test(arguments: [
        "postgresql://qh:sesame@db.example/qingheng", "postgresql://db.example/qingheng?password=sesame",
        "postgres://qh:sesame@/qingheng?host=/tmp",
    ])
    func `a password in an address is refused and not repeated`(text: String) {
        #expect(throws: StorageError(.passwordInAddress, detail: "")) { try PostgreSQLAddress(text) }
    }

    @Test(arguments: [
        "", "./data", "mysql://db", "host=db dbname=qingheng", "postgresql://db:sesame:3/x",
        "postgresql://db/x?colour=blue",
    ])
    func `what is no address of a PostgreSQL database is refused and not repeated`(text: String) {
        #expect(throws: StorageError(.faultyAddress, detail: "")) { try PostgreSQLAddress(text) }
    }

    @Test func `messages name host, port and database`() throws {
        let address = try PostgreSQLAddress("postgresql://qh@db.example:5433/qingheng?passfile=/etc/qh/pgpass")
        #expect(address.place == "db.example:5433/qingheng")
    }

    @Test func `where no server is, the first question says so and names the place`() async throws {
        let database = Database(try PostgreSQLAddress("postgresql:///qingheng?host=/nowhere&user=qh"))
        let error = await #expect(throws: StorageError.self) {
            try await database.read { try $0.exists("SELECT 1") }
        }
        #expect(error?.code == .serverUnreachable)
        #expect(error?.detail.hasPrefix("/nowhere:5432/qingheng") == true)
    }
}

@Suite(.enabled(if: TestStore.server != nil, "needs PostgreSQL; script/test runs it with a server of its own"))
struct PostgreSQLTests {
    private let store: TemporaryStore

    init() async throws {
        store = try await TemporaryStore()
        try await store.database.migrate([
            Migration(id: "test.1", statements: ["CREATE TABLE event (n INTEGER NOT NULL PRIMARY KEY) STRICT"])
        ])
    }

    /// The same store as another process sees it.
    private func other() throws -> Database {
        Database(try #require(TestStore.address(of: store.directory.path)))
    }

    private func setting(_ name: String, in database: Database) async throws -> String? {
        try await database.write { connection in
            try connection.reading.first("SELECT current_setting(\(name)) AS value") { try $0.text("value") }
        }
    }

    private func append(to database: Database) async throws {
        try await database.write { connection in
            let last = try connection.reading.first("SELECT max(n) AS last FROM event") {
                try $0.optionalInteger("last")
            }
            try connection.execute("INSERT INTO event (n) VALUES (\(((last ?? nil) ?? 0) + 1))")
        }
    }

    private func count() async throws -> Int64? {
        try await store.database.read { try $0.first("SELECT count(*) AS n FROM event") { try $0.integer("n") } }
    }

    @Test func `a commit waits for the disk, whatever the address or the server's default says`() async throws {
        #expect(try await setting("synchronous_commit", in: store.database) == "on")
        let text = try #require(TestStore.serverText) + "&options=-csynchronous_commit%3Doff"
        let careless = Database(try PostgreSQLAddress(text))
        #expect(try await setting("synchronous_commit", in: careless) == "on")
        try await careless.close()
    }

    @Test func `a writer sees what was committed last, a reader one state and no more`() async throws {
        #expect(try await setting("transaction_isolation", in: store.database) == "read committed")
        let reading = try await store.database.read { connection in
            try connection.first(
                """
                SELECT current_setting('transaction_isolation') AS isolation,
                current_setting('transaction_read_only') AS locked
                """
            ) { [try $0.text("isolation"), try $0.text("locked")] }
        }
        #expect(reading == ["repeatable read", "on"])
    }

    @Test func `processes that append to one store number their rows without gap or repetition`() async throws {
        let databases = [store.database, try other(), try other()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for place in 0..<60 { group.addTask { try await append(to: databases[place % 3]) } }
            try await group.waitForAll()
        }
        let numbers = try await store.database.read {
            try $0.rows("SELECT n FROM event ORDER BY n") { try $0.integer("n") }
        }
        #expect(numbers == Array(1...60))
        for database in databases.dropFirst() { try await database.close() }
    }

    @Test func `stores beside one another in a database do not wait for each other`() async throws {
        try await store.database.write { try $0.define(["CREATE SCHEMA beside"]) }
        let text = try #require(TestStore.serverText) + "&options=-csearch_path%3Dbeside"
        let database = Database(
            try PostgreSQLAddress(text).inDatabase(TestStore.databaseName(of: store.directory.path)))
        try await store.database.write { connection in
            try connection.execute("INSERT INTO event (n) VALUES (1)")
            let done = Latch()
            Task {
                try await database.write { try $0.define(["CREATE TABLE free (n INTEGER) STRICT"]) }
                done.open()
            }
            try done.wait(seconds: 20)
        }
    }

    @Test func `a connection that the server ended is made again by itself`() async throws {
        try await append(to: store.database)
        let mine = try await store.database.write { connection in
            try connection.reading.first("SELECT pg_backend_pid() AS pid") { try $0.integer("pid") }
        }
        let other = try other()
        _ = try await other.write { connection in
            try connection.reading.exists("SELECT pg_terminate_backend(CAST(\(try #require(mine)) AS INT4))")
        }
        try await append(to: store.database)
        #expect(try await count() == 2)
        try await other.close()
    }

    @Test func `a connection lost in the middle of a transaction fails it, and the next one works`() async throws {
        let error = await #expect(throws: StorageError.self) {
            try await store.database.write { connection in
                try connection.execute("INSERT INTO event (n) VALUES (7)")
                _ = try connection.reading.exists("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(error?.code == .serverUnreachable)
        #expect(try await count() == 0)
        try await append(to: store.database)
    }

    @Test func `a transaction whose statement failed is not taken for committed, though nobody threw`() async throws {
        let error = await #expect(throws: StorageError.self) {
            try await store.database.write { connection in
                try connection.execute("INSERT INTO event (n) VALUES (1)")
                _ = try? connection.execute("INSERT INTO event (n) VALUES (1)")
            }
        }
        #expect(error?.code == .refusedStatement)
        #expect(try await count() == 0)
    }

    @Test func `what the server refuses is said without the values`() async throws {
        let error = await #expect(throws: StorageError.self) {
            try await store.database.write { try $0.execute("INSERT INTO event (n) VALUES (\("geheim"))") }
        }
        #expect(error?.code == .refusedStatement)
        try await append(to: store.database)
        let repeated = await #expect(throws: StorageError.self) {
            try await store.database.write { try $0.execute("INSERT INTO event (n) VALUES (1)") }
        }
        #expect(repeated?.detail.contains("23505") == true)
        #expect(repeated?.detail.contains("=(1)") == false)
    }

    @Test func `a table that another process made again is read in its new shape`() async throws {
        try await append(to: store.database)
        let ask: @Sendable (ReadConnection) throws -> Int? = { connection in
            try connection.first("SELECT * FROM event") { $0.values.count }
        }
        #expect(try await store.database.read(ask) == 1)
        let other = try other()
        try await other.write { connection in
            try connection.define([
                "DROP TABLE event", "CREATE TABLE event (n INTEGER NOT NULL PRIMARY KEY, note TEXT) STRICT",
            ])
            try connection.execute("INSERT INTO event (n) VALUES (1)")
        }
        #expect(try await store.database.read(ask) == 2)
        try await other.close()
    }

    @Test func `more readers than connections wait in line`() async throws {
        try await append(to: store.database)
        let database = store.database
        let seen = try await withThrowingTaskGroup(of: Int64?.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    try await database.read { try $0.first("SELECT n FROM event") { try $0.integer("n") } }
                }
            }
            return try await group.reduce(into: [Int64?]()) { $0.append($1) }
        }
        #expect(seen == Array(repeating: 1, count: 100))
    }

    @Test func `statements of every length do not fill the server's memory`() async throws {
        let database = store.database
        for length in 1...900 {
            let list = (0..<length).map { SQLValue.integer(Int64($0)) }
            _ = try await database.write { try $0.reading.exists("SELECT 1 FROM event WHERE n IN (\(list: list))") }
        }
        let prepared = try await database.write { connection in
            try connection.reading.first("SELECT count(*) AS n FROM pg_prepared_statements") { try $0.integer("n") }
        }
        #expect(try #require(prepared) <= 402)
    }

    @Test func `a store that was closed says so`() async throws {
        try await store.database.close()
        await #expect(throws: StorageError.self) { try await count() }
    }
}
