import Foundation
import Storage
import Testing

struct DatabaseTests {
    private let directory: TemporaryDirectory
    private let database: Database

    init() async throws {
        directory = try TemporaryDirectory()
        database = try Database(path: directory.path + "/test.sqlite")
        try await database.migrate([
            Migration(id: "test.1", statements: ["CREATE TABLE person (name TEXT NOT NULL, age INTEGER) STRICT"])
        ])
    }

    @Test func `the writer syncs fully, or an acknowledged write could vanish with the power`() async throws {
        #expect(try await database.synchronousLevel() == 2)
    }

    @Test func `pages that several transactions change are copied into the database once, not after each`() async throws
    {
        // More than SQLite would leave in the log by itself.
        let text = String(repeating: "青", count: 2_000_000)
        for age in 0..<3 {
            try await database.write { try $0.execute("INSERT INTO person (name, age) VALUES (\(text), \(age))") }
        }
        let files = ["/test.sqlite", "/test.sqlite-wal"].map { directory.path + $0 }
        let sizes = try files.map { try FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int ?? 0 }
        #expect(sizes[0] < 1 << 20)
        #expect(sizes[1] > 3 * text.utf8.count)
    }

    @Test(arguments: ["'; DROP TABLE person; --", "\" OR 1=1", "青衡", ""])
    func `a value in a statement is bound, never pasted`(name: String) async throws {
        try await database.write { connection in
            try connection.execute("INSERT INTO person (name, age) VALUES (\(name), \(41))")
        }
        let names = try await database.read { connection in
            try connection.rows("SELECT name FROM person WHERE name = \(name)") { try $0.text("name") }
        }
        #expect(names == [name])
    }

    @Test func `an empty list matches nothing`() async throws {
        let found = try await database.read { connection in
            try connection.exists("SELECT 1 AS one FROM person WHERE age IN (\(list: []))")
        }
        #expect(!found)
    }

    @Test func `a transaction that throws leaves nothing behind`() async throws {
        struct Refusal: Error {}
        await #expect(throws: Refusal.self) {
            try await database.write { connection in
                try connection.execute("INSERT INTO person (name, age) VALUES ('half', 1)")
                throw Refusal()
            }
        }
        let count = try await database.read { try $0.first("SELECT count(*) AS n FROM person") { try $0.integer("n") } }
        #expect(count == 0)
    }

    @Test func `a migration runs once`() async throws {
        try await database.migrate([
            Migration(id: "test.1", statements: ["CREATE TABLE person (name TEXT NOT NULL, age INTEGER) STRICT"]),
            Migration(id: "test.2", statements: ["ALTER TABLE person ADD COLUMN town TEXT"]),
        ])
        try await database.write { try $0.execute("INSERT INTO person (name, town) VALUES ('a', 'b')") }
    }

    @Test func `a column that is NULL or absent is an error, never a silent zero`() async throws {
        try await database.write { try $0.execute("INSERT INTO person (name) VALUES ('a')") }
        await #expect(throws: StorageError(.unexpectedNull, detail: "age")) {
            try await database.read { try $0.rows("SELECT age FROM person") { try $0.integer("age") } }
        }
        await #expect(throws: StorageError(.noSuchColumn, detail: "height")) {
            try await database.read { try $0.rows("SELECT age FROM person") { try $0.integer("height") } }
        }
    }
}
