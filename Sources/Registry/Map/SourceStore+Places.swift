package import Storage

extension SourceStore {
    /// Where the sources lie that a query finds; those without a place are left out.
    package static func places(
        _ query: SourceQuery, limit: Int, in connection: ReadConnection
    ) throws -> [SourcePlace] {
        try connection.rows(
            """
            SELECT p.longitude, p.latitude, s.id, s.name FROM (\(numbers(query))) found
            JOIN source_place p ON p.number = found.number JOIN source s ON s.number = found.number
            ORDER BY s.number LIMIT \(limit)
            """
        ) { row in
            SourcePlace(
                longitude: row.integer(at: 0), latitude: row.integer(at: 1), id: row.optionalText(at: 2) ?? "",
                name: row.optionalText(at: 3) ?? "")
        }
    }

    /// Where a source lies; nil where nobody has said.
    package static func place(of head: SourceHead, in connection: ReadConnection) throws -> SourcePlace? {
        try connection.first("SELECT longitude, latitude FROM source_place WHERE number = \(head.number)") { row in
            SourcePlace(
                longitude: row.integer(at: 0), latitude: row.integer(at: 1), id: head.id, name: head.name)
        }
    }

    /// How many active sources of each kind have a place, by kind.
    package static func placedCounts(in connection: ReadConnection) throws -> [String: Int] {
        let rows = try connection.rows("SELECT scope, count(*) AS n FROM source_place GROUP BY scope ORDER BY scope") {
            (try $0.text("scope"), Int(try $0.integer("n")))
        }
        let ending = " \(SourceFile.State.active.rawValue)"
        return Dictionary(
            rows.filter { $0.0.hasSuffix(ending) }.map { (String($0.0.dropLast(ending.count)), $0.1) }
        ) { first, _ in first }
    }
}
