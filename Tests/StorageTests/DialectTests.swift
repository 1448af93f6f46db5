import Storage
import TestStore
import Testing

/// The few functions that one engine has and the other was given: each answer stands here, and both engines must give it.
struct DialectTests {
    private let store: TemporaryStore

    init() async throws {
        store = try await TemporaryStore()
        try await store.database.migrate([
            Migration(
                id: "test.1",
                statements: [
                    "CREATE TABLE sample (id INTEGER NOT NULL PRIMARY KEY, a INTEGER, b INTEGER, t TEXT) STRICT"
                ])
        ])
    }

    private func values(_ selection: SQL) async throws -> [SQLValue] {
        try await store.database.write { connection in
            try connection.reading.first("SELECT \(selection)") { $0.values } ?? []
        }
    }

    @Test(arguments: [
        (SQLValue.integer(3), SQLValue.integer(5), SQLValue.integer(5), SQLValue.integer(3)),
        (.integer(-3), .integer(-5), .integer(-3), .integer(-5)),
        (.integer(7), .integer(7), .integer(7), .integer(7)), (.null, .integer(5), .null, .null),
        (.integer(3), .null, .null, .null),
    ])
    func `the greater and the lesser of two are NULL where either is`(
        first: SQLValue, second: SQLValue, greater: SQLValue, lesser: SQLValue
    ) async throws {
        try await store.database.write { connection in
            try connection.execute("INSERT INTO sample (id, a, b) VALUES (1, \(first), \(second))")
        }
        let read = try await store.database.read {
            try $0.first("SELECT max(a, b), min(a, b), max(a, 0) FROM sample") { Array($0.values.prefix(2)) }
        }
        #expect(read == [greater, lesser])
    }

    @Test(
        arguments: [
            (0, "1970-01-01"), (951_782_399, "2000-02-28"), (951_782_400, "2000-02-29"), (-1, "1969-12-31"),
            (4_102_444_800, "2100-01-01"),
        ] as [(Int64, String)])
    func `seconds since 1970 give a civil date`(seconds: Int64, date: String) async throws {
        #expect(try await values("date(\(seconds), 'unixepoch')") == [.text(date)])
    }

    @Test(arguments: [
        ("2026-12-31", "2027-01-01"), ("2024-02-28", "2024-02-29"), ("2023-02-28", "2023-03-01"),
    ])
    func `a day later`(day: String, next: String) async throws {
        try await store.database.write { try $0.execute("INSERT INTO sample (id, t) VALUES (1, \(day))") }
        let read = try await store.database.read {
            try $0.first("SELECT date(t, '+1 day') AS next FROM sample") { try $0.text("next") }
        }
        #expect(read == next)
    }

    @Test func `a scaled integer is written as a fraction`() async throws {
        try await store.database.write { connection in
            try connection.execute("INSERT INTO sample (id, a, b) VALUES (1, 1234, 2), (2, -5, 0)")
        }
        let read = try await store.database.read {
            try $0.rows(
                """
                SELECT a || '/' || CASE b WHEN 0 THEN '1' ELSE '1' || substr('000000000000000000', 1, b) END AS value
                FROM sample ORDER BY id
                """
            ) { try $0.text("value") }
        }
        #expect(read == ["1234/100", "-5/1"])
    }

    @Test func `a member of an object in text is found; what is not there is NULL`() async throws {
        try await store.database.write { connection in
            try connection.execute(
                "INSERT INTO sample (id, t) VALUES (1, \(#"{"town":"甲镇","isEvaluated":true,"no":false}"#))")
        }
        let read = try await store.database.read {
            try $0.first(
                """
                SELECT t->>'town', t->>'absent',
                CASE WHEN (t->>'isEvaluated') || '' IN ('1', 'true') THEN 1 ELSE 0 END AS yes,
                CASE WHEN (t->>'no') || '' IN ('1', 'true') THEN 1 ELSE 0 END AS no FROM sample
                """
            ) { $0.values }
        }
        #expect(read == [.text("甲镇"), .null, .integer(1), .integer(0)])
    }

    @Test func `texts are put together, each once`() async throws {
        try await store.database.write { connection in
            try connection.execute("INSERT INTO sample (id, t) VALUES (1, 'b'), (2, 'a'), (3, 'b'), (4, NULL)")
        }
        let read = try await store.database.read {
            try $0.first("SELECT group_concat(DISTINCT t) AS all_texts FROM sample") { try $0.text("all_texts") }
        }
        #expect(read?.split(separator: ",").sorted() == ["a", "b"])
    }

    @Test func `the number in a bound text is compared as a number where the column is one`() async throws {
        try await store.database.write { try $0.execute("INSERT INTO sample (id, a) VALUES (1, 2026)") }
        #expect(try await store.database.read { try $0.exists("SELECT 1 FROM sample WHERE a = \("2026")") })
    }

    @Test func `whole numbers are divided without a fraction, towards zero`() async throws {
        #expect(try await values("\(7) / 2, \(-7) / 2, \(-7) % 3") == [.integer(3), .integer(-3), .integer(-1)])
    }
}
