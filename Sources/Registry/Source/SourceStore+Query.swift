package import Storage

extension SourceStore {
    /// How many sources a query finds.
    package static func count(_ query: SourceQuery, in connection: ReadConnection) throws -> Int {
        Int(try connection.first("SELECT count(*) FROM (\(numbers(query))) found") { $0.integer(at: 0) } ?? 0)
    }

    /// The sources that a query finds, in the order in which they were registered.
    package static func sources(
        _ query: SourceQuery, limit: Int, offset: Int, in connection: ReadConnection
    ) throws -> [SourceHead] {
        try connection.rows(
            """
            SELECT s.* FROM (\(numbers(query, limit: limit, offset: offset))) found
            JOIN source s ON s.number = found.number ORDER BY s.number
            """, head(from:))
    }

    /// The sources that any of some queries finds, in the order in which they were registered, behind one of them.
    package static func sources(
        _ queries: [SourceQuery], behind number: Int64, limit: Int, in connection: ReadConnection
    ) throws -> [SourceHead] {
        guard let first = queries.first else { return [] }
        var found: SQL = "SELECT number FROM (\(numbers(first, behind: number, limit: limit))) found"
        for query in queries.dropFirst() {
            found = found + " UNION ALL SELECT number FROM (\(numbers(query, behind: number, limit: limit))) found"
        }
        return try connection.rows(
            "SELECT s.* FROM (\(found)) every JOIN source s ON s.number = every.number ORDER BY s.number LIMIT \(limit)",
            head(from:))
    }

    /// All values of some sources that may be told to everybody who sees them, by number and field.
    package static func values(
        of numbers: [Int64], in connection: ReadConnection
    ) throws -> [Int64: [String: ListedValue]] {
        var values: [Int64: [String: ListedValue]] = [:]
        try connection.forEachRow(
            """
            SELECT number, field, value, contested FROM source_field
            WHERE number IN (\(list: numbers.map { .integer($0) })) AND value IS NOT NULL ORDER BY number, field
            """
        ) { row in
            values[row.integer(at: 0), default: [:]][row.optionalText(at: 1) ?? ""] = ListedValue(
                text: row.optionalText(at: 2) ?? "", isContested: row.integer(at: 3) != 0)
        }
        return values
    }

    /// How many of a kind stand in a state, by kind.
    package static func counts(
        _ state: SourceFile.State, in connection: ReadConnection
    ) throws -> [String: Int] {
        let rows = try connection.rows(
            "SELECT kind, count(*) AS n FROM source WHERE state = \(state.rawValue) GROUP BY kind ORDER BY kind"
        ) { (try $0.text("kind"), Int(try $0.integer("n"))) }
        return Dictionary(rows) { first, _ in first }
    }

    /// The values of some fields of some sources, by number and field, each with its record and whether it is contested.
    package static func values(
        of numbers: [Int64], fields: [String], in connection: ReadConnection
    ) throws -> [Int64: [String: ListedValue]] {
        var values: [Int64: [String: ListedValue]] = [:]
        try connection.forEachRow(
            """
            SELECT number, field, value, contested FROM source_field
            WHERE number IN (\(list: numbers.map { .integer($0) })) AND field IN (\(list: fields.map { .text($0) }))
            ORDER BY number, field
            """
        ) { row in
            values[row.integer(at: 0), default: [:]][row.optionalText(at: 1) ?? ""] = ListedValue(
                text: row.optionalText(at: 2) ?? "", isContested: row.integer(at: 3) != 0)
        }
        return values
    }

    /// A value in a line of a list.
    package struct ListedValue: Sendable, Hashable {
        package let text: String
        package let isContested: Bool
    }

    /// The values that a field has in active files of a kind, in the order of their text; the first of them where there are
    /// more than `limit`.
    ///
    /// - Complexity: O(limit) steps along an index, however many files there are.
    package static func distinctValues(
        of field: String, in kind: String, limit: Int, _ connection: ReadConnection
    ) throws -> [String] {
        let scope = SourceProjection.scope(kind, .active)
        return try connection.rows(
            """
            WITH RECURSIVE shown (place, short) AS (
                SELECT 1, (SELECT min(short) FROM source_field WHERE scope = \(scope) AND field = \(field))
                UNION ALL
                SELECT place + 1, (
                    SELECT min(short) FROM source_field
                    WHERE scope = \(scope) AND field = \(field) AND short > shown.short)
                FROM shown WHERE short IS NOT NULL AND place < \(limit))
            SELECT short FROM shown WHERE short IS NOT NULL ORDER BY place
            """
        ) { $0.optionalText(at: 0) ?? "" }
    }

    /// The numbers that a query finds, in their order, each once.
    ///
    /// Every set comes in the order of its index, and `INTERSECT` with an order goes along them side by side, so that two words
    /// that every source has cost reading them once; `LIMIT` keeps SQLite from dropping the order of a part, and with it the way.
    static func numbers(
        _ query: SourceQuery, behind number: Int64 = 0, limit: Int = .max, offset: Int = 0
    ) -> SQL {
        let scope = SourceProjection.scope(query.kind, query.state)
        let words = SourceWords.query(query.text)
        var sets: [SQL] = words.whole.sorted().map {
            "SELECT number FROM source_word WHERE scope = \(scope) AND word = \($0)"
        }
        sets += query.values.sorted { $0.key < $1.key }.map { field, value in
            "SELECT number FROM source_field WHERE scope = \(scope) AND field = \(field) AND short = \(value)"
        }
        for word in words.beginnings.sorted() {
            // The greatest sign there is: every word that begins so lies below.
            let end = word + "\u{10FFFF}"
            sets.append(
                """
                SELECT DISTINCT number FROM source_word
                WHERE scope = \(scope) AND word >= \(word) AND word < \(end)
                """)
        }
        let kind: SQL = "SELECT number FROM source WHERE kind = \(query.kind) AND state = \(query.state.rawValue)"
        if let box = query.box {
            sets.append(
                """
                SELECT number FROM source_place WHERE scope = \(scope)
                AND longitude BETWEEN \(box.west) AND \(box.east) AND latitude BETWEEN \(box.south) AND \(box.north)
                """)
        }
        if query.isContestedOnly { sets.append(kind + " AND contested > 0") }
        for range in [query.range, query.place].compactMap(\.self) {
            sets.append("SELECT number FROM (\(range.numbers(query.kind, query.state))) lying")
        }
        // A question of signs alone finds nothing.
        if !query.text.isEmpty, words.whole.isEmpty, words.beginnings.isEmpty { sets = [kind + " AND 1 = 0"] }
        if number > 0 { sets.append(kind + " AND number > \(number)") }
        // Every other set lies within the kind.
        if sets.isEmpty { sets = [kind] }
        var numbers = sets[0]
        for set in sets.dropFirst() { numbers = numbers + " INTERSECT " + set }
        return numbers + " ORDER BY number LIMIT \(limit) OFFSET \(offset)"
    }
}
