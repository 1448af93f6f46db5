package import Storage

extension SourceStore {
    /// How many sources a query finds.
    package static func count(_ query: SourceQuery, in connection: ReadConnection) throws -> Int {
        Int(try connection.first("SELECT count(*) FROM \(numbers(query))") { $0.integer(at: 0) } ?? 0)
    }

    /// The sources that a query finds, in the order in which they were registered.
    package static func sources(
        _ query: SourceQuery, limit: Int, offset: Int, in connection: ReadConnection
    ) throws -> [SourceHead] {
        try connection.rows(
            """
            SELECT s.* FROM source s WHERE s.number IN
            (SELECT b.number FROM \(numbers(query)) ORDER BY b.number LIMIT \(limit) OFFSET \(offset)) ORDER BY s.number
            """, head(from:))
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

    /// The values that a field has in active files of a kind, most frequent first.
    ///
    /// - Complexity: O(n) in the files that have the field, along an index.
    package static func frequentValues(
        of field: String, in kind: String, limit: Int, _ connection: ReadConnection
    ) throws -> [String] {
        try connection.rows(
            """
            SELECT short, count(*) AS n FROM source_field
            WHERE scope = \(SourceProjection.scope(kind, .active)) AND field = \(field) AND short IS NOT NULL
            GROUP BY short ORDER BY n DESC, short LIMIT \(limit)
            """
        ) { $0.optionalText(at: 0) ?? "" }
    }

    /// What stands behind `FROM`: the rows `b` whose numbers a query finds, each once. Words and values are sets along an
    /// index; the first one leads, the others narrow it.
    private static func numbers(_ query: SourceQuery) -> SQL {
        let scope = SourceProjection.scope(query.kind, query.state)
        let words = SourceWords.query(query.text)
        var sets: [SQL] = words.whole.sorted().map { "source_word b WHERE b.scope = \(scope) AND b.word = \($0)" }
        sets += query.values.sorted { $0.key < $1.key }.map { field, value in
            "source_field b WHERE b.scope = \(scope) AND b.field = \(field) AND b.short = \(value)"
        }
        sets.append("source b WHERE b.kind = \(query.kind) AND b.state = \(query.state.rawValue)")
        var numbers = sets[0]
        // Every set lies within the scope, so that the last one says nothing more behind another.
        for set in sets.dropFirst().dropLast() { numbers = numbers + " AND b.number IN (SELECT b.number FROM \(set))" }
        for word in words.beginnings.sorted() {
            // The greatest sign there is: every word that begins so lies below.
            let end = word + "\u{10FFFF}"
            numbers =
                numbers + """
                     AND b.number IN (SELECT number FROM source_word
                    WHERE scope = \(scope) AND word >= \(word) AND word < \(end))
                    """
        }
        if query.isContestedOnly {
            numbers =
                numbers + """
                     AND b.number IN (SELECT number FROM source
                    WHERE kind = \(query.kind) AND state = \(query.state.rawValue) AND contested > 0)
                    """
        }
        // A question of signs alone finds nothing.
        if !query.text.isEmpty, words.whole.isEmpty, words.beginnings.isEmpty { numbers = numbers + " AND 1 = 0" }
        return numbers
    }
}
