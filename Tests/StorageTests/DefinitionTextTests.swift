import Testing

@testable import Storage

struct DefinitionTextTests {
    @Test(arguments: [
        (
            "CREATE TABLE a (id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0), t TEXT, b BLOB) STRICT",
            "CREATE TABLE a (id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0), t TEXT, b BYTEA)"
        ),
        (
            "CREATE TABLE IF NOT EXISTS a (id INTEGER, PRIMARY KEY (id)) STRICT, WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS a (id BIGINT, PRIMARY KEY (id))"
        ),
        ("CREATE TABLE a (id TEXT)\n    STRICT", "CREATE TABLE a (id TEXT)"),
        (
            "CREATE VIEW v AS SELECT 'INTEGER)' || CAST(a AS INTEGER) AS INTEGERS FROM b WHERE c = 'it''s BLOB'",
            "CREATE VIEW v AS SELECT 'INTEGER)' || CAST(a AS BIGINT) AS INTEGERS FROM b WHERE c = 'it''s BLOB'"
        ), ("CREATE INDEX i ON a (b) WHERE c > 0", "CREATE INDEX i ON a (b) WHERE c > 0"),
        ("DROP TABLE IF EXISTS a", "DROP TABLE IF EXISTS a"),
        ("CREATE FUNCTION f(TEXT) LANGUAGE sql STRICT AS ''", "CREATE FUNCTION f(TEXT) LANGUAGE sql STRICT AS ''"),
    ])
    func `a definition is written once and rendered for PostgreSQL`(written: String, rendered: String) {
        #expect(DefinitionText.forPostgreSQL(written) == rendered)
    }

    @Test func `placeholders are those of the engine, numbered through spliced pieces`() {
        let part: SQL = "b = \(2) AND c IN (\(list: [.integer(3), .text("4")]))"
        let sql: SQL = "SELECT 1 WHERE a = \("1") AND \(part)"
        #expect(sql.renderedForSQLite().text == "SELECT 1 WHERE a = ? AND b = ? AND c IN (?,?)")
        let (text, values) = sql.renderedForPostgreSQL()
        #expect(text == "SELECT 1 WHERE a = $1 AND b = $2 AND c IN ($3,$4)")
        #expect(values == [.text("1"), .integer(2), .integer(3), .text("4")])
    }

    @Test(
        arguments: [
            ([0, 0, 0, 0], 0), ([1, 0, 0, 0, 1], 1), ([1, 1, 0, 0, 3], 30_000), ([2, 1, 0x4000, 0, 1, 2345], -12_345),
            ([5, 4, 0, 0, 922, 3372, 368, 5477, 5807], Int64.max),
            ([5, 4, 0x4000, 0, 922, 3372, 368, 5477, 5808], Int64.min), ([2, 0, 0, 4, 1, 0], 1),
            ([5, 4, 0, 0, 922, 3372, 368, 5477, 5808], nil), ([2, 0, 0, 2, 1, 5000], nil), ([0, 0, 0xC000, 0], nil),
        ] as [([UInt16], Int64?)])
    func `a sum of integers is an integer again, or refused`(words: [UInt16], number: Int64?) {
        let bytes = words.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        #expect(bytes.withUnsafeBytes { PostgreSQLNumeric.integer($0) } == number)
    }
}
