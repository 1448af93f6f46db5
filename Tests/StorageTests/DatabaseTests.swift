import Foundation
import Storage
import Synchronization
import TestStore
import Testing

/// What holds on either engine.
struct DatabaseTests {
    private let store: TemporaryStore
    private var database: Database { store.database }

    init() async throws {
        store = try await TemporaryStore()
        try await store.database.migrate([
            Migration(id: "test.1", statements: ["CREATE TABLE person (name TEXT NOT NULL, age INTEGER) STRICT"])
        ])
    }

    @Test(.enabled(if: TestStore.isSQLite, "about SQLite alone"))
    func `on SQLite the writer syncs fully, or an acknowledged write could vanish with the power`() async throws {
        #expect(try await database.synchronousLevel() == 2)
    }

    @Test(.enabled(if: TestStore.isSQLite, "about SQLite alone"))
    func `on SQLite pages that several transactions change are copied into the database once, not after each`()
        async throws
    {
        let directory = try TemporaryDirectory()
        let database = try Database(path: directory.path + "/test.sqlite")
        try await database.write { try $0.define(["CREATE TABLE person (name TEXT NOT NULL, age INTEGER) STRICT"]) }
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
        #expect(try await count() == 0)
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
        await #expect(throws: StorageError(.wrongColumnType, detail: "name: INTEGER")) {
            try await database.read { try $0.rows("SELECT name FROM person") { try $0.integer("name") } }
        }
    }

    @Test(arguments: [Int64.min, -1, 0, 1, 9_999, 10_000, Int64.max])
    func `an integer comes back as it was, by name, by place and through a sum`(number: Int64) async throws {
        try await database.write { try $0.execute("INSERT INTO person (name, age) VALUES ('a', \(number))") }
        let read = try await database.read { connection in
            try connection.rows("SELECT age, sum(age) AS total FROM person GROUP BY age") { row in
                [try row.integer("age"), row.integer(at: 0), row.optionalInteger(at: 1), try row.integer("total")]
            }
        }
        #expect(read == [[number, number, number, number]])
    }

    @Test func `bytes come back as they were, also none`() async throws {
        try await database.write {
            try $0.define(["CREATE TABLE piece (id INTEGER NOT NULL, content BLOB NOT NULL) STRICT"])
        }
        let pieces: [[UInt8]] = [[], [0], [0, 255, 39, 92], Array(repeating: 0, count: 100_000)]
        try await database.write { connection in
            for (id, piece) in pieces.enumerated() {
                try connection.execute("INSERT INTO piece (id, content) VALUES (\(id), \(piece))")
            }
        }
        let read = try await database.read {
            try $0.rows("SELECT content FROM piece ORDER BY id") { try $0.bytes("content") }
        }
        #expect(read == pieces)
    }

    @Test func `text is put in order by its bytes`() async throws {
        let names = ["b", "B", "a", "A", "_", "é", "ab", "a b", "中", "丙", "Ⅳ", "😀"]
        try await database.write { connection in
            for name in names { try connection.execute("INSERT INTO person (name) VALUES (\(name))") }
        }
        let read = try await database.read {
            try $0.rows("SELECT name FROM person ORDER BY name") { try $0.text("name") }
        }
        #expect(read == names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        let last = try await database.read {
            try $0.first("SELECT max(name) AS last FROM person WHERE name < 'b'") { try $0.text("last") }
        }
        #expect(last == "ab")
    }

    @Test func `a NUL in text is stored as its sign, so that nothing behind it is lost`() async throws {
        try await database.write { connection in
            try connection.execute("INSERT INTO person (name, age) VALUES (\("a\0b"), 1)")
            let rows = try connection.inserter(into: "person", ["name", "age"])
            try rows.insert([.text("\0"), .integer(2)])
        }
        let read = try await database.read {
            try $0.rows("SELECT name FROM person ORDER BY age") { try $0.text("name") }
        }
        #expect(read == ["a␀b", "␀"])
        let found = try await database.read { try $0.exists("SELECT 1 FROM person WHERE name = \("a\0b")") }
        #expect(found)
    }

    @Test func `rows that are handed over one by one are all there at the next question and after it`() async throws {
        let counts = try await database.write { connection in
            let rows = try connection.inserter(into: "person", ["name", "age"])
            var counts: [Int64?] = []
            for place in 0..<1_000 {
                try rows.insert([.text("p\(place)"), place % 3 == 0 ? .null : .integer(Int64(place))])
                if place % 333 == 0 {
                    counts.append(
                        try connection.reading.first("SELECT count(*) AS n FROM person") { try $0.integer("n") })
                }
            }
            return counts
        }
        #expect(counts == [1, 334, 667, 1_000])
        #expect(try await count() == 1_000)
    }

    @Test func `a row that breaks a rule undoes the transaction, however many were handed over behind it`() async throws
    {
        try await database.write { try $0.define(["CREATE UNIQUE INDEX person_name ON person (name)"]) }
        await #expect(throws: (any Error).self) {
            try await database.write { connection in
                let rows = try connection.inserter(into: "person", ["name", "age"])
                for place in 0..<500 { try rows.insert([.text("p\(place % 450)"), .null]) }
            }
        }
        #expect(try await count() == 0)
        try await database.write { connection in
            let rows = try connection.inserter(into: "person", ["name", "age"], ignoringConflicts: true)
            for place in 0..<500 { try rows.insert([.text("p\(place % 450)"), .null]) }
        }
        #expect(try await count() == 450)
    }

    @Test func `an upsert brings a row up to date, also one of the same call`() async throws {
        try await database.write { connection in
            try connection.define(["CREATE TABLE tally (id TEXT NOT NULL PRIMARY KEY, n INTEGER NOT NULL) STRICT"])
            try connection.upsert(
                into: "tally", ["id", "n"], onConflict: "(id) DO UPDATE SET n = tally.n + excluded.n",
                [[.text("a"), .integer(1)], [.text("b"), .integer(2)], [.text("a"), .integer(40)]])
        }
        let sums = try await database.read { try $0.rows("SELECT n FROM tally ORDER BY id") { try $0.integer("n") } }
        #expect(sums == [41, 2])
    }

    @Test func `a statement says how many rows it changed`() async throws {
        let changed = try await database.write { connection in
            let inserted = try connection.execute("INSERT INTO person (name) VALUES ('a'), ('b'), ('c')")
            return [
                inserted, try connection.execute("UPDATE person SET age = 1 WHERE name > 'a'"),
                try connection.execute("DELETE FROM person WHERE age = 7"),
            ]
        }
        #expect(changed == [3, 2, 0])
    }

    @Test func `a reading sees one state, also while others write`() async throws {
        let stage = Mutex(0)
        let deadline = ContinuousClock.now + .seconds(30)
        async let seen = database.read { connection in
            let first = try connection.first("SELECT count(*) AS n FROM person") { try $0.integer("n") }
            stage.withLock { $0 = 1 }
            // On the reader's own thread.
            while stage.withLock({ $0 }) < 2, ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.005) }
            let second = try connection.first("SELECT count(*) AS n FROM person") { try $0.integer("n") }
            return [first, second]
        }
        while stage.withLock({ $0 }) < 1, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(5)) }
        try await database.write { try $0.execute("INSERT INTO person (name) VALUES ('later')") }
        stage.withLock { $0 = 2 }
        #expect(try await seen == [0, 0])
        #expect(try await count() == 1)
    }

    @Test func `a reading cannot write`() async throws {
        await #expect(throws: (any Error).self) {
            try await database.read { try $0.rows("DELETE FROM person RETURNING name") { try $0.text("name") } }
        }
    }

    @Test func `writers wait for one another, so that each goes on from what the last one left`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 { group.addTask { try await append() } }
            try await group.waitForAll()
        }
        let ages = try await database.read {
            try $0.rows("SELECT age FROM person ORDER BY age") { try $0.integer("age") }
        }
        #expect(ages == Array(1...40))
    }

    private func append() async throws {
        try await database.write { connection in
            let last = try connection.reading.first("SELECT max(age) AS last FROM person") {
                try $0.optionalInteger("last")
            }
            try connection.execute("INSERT INTO person (name, age) VALUES ('n', \(((last ?? nil) ?? 0) + 1))")
        }
    }

    private func count() async throws -> Int64? {
        try await database.read { try $0.first("SELECT count(*) AS n FROM person") { try $0.integer("n") } }
    }
}
