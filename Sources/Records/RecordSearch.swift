package import Storage

/// Which records somebody looks for. What is empty does not matter.
package struct RecordSearch: Hashable, Sendable {
    package var actor = ""
    package var action = ""
    /// The beginning of a subject.
    package var subject = ""
    /// Milliseconds since 1970-01-01T00:00:00Z, from the first included to the last not included.
    package var times: Range<Int64> = 0..<Int64.max
    /// Only records before this one.
    package var before = Int64.max

    package init() {}

    /// The records, the newest first.
    package func headers(limit: Int, in connection: ReadConnection) throws -> [RecordHeader] {
        let behind = subject.isEmpty ? "" : Self.behind(subject)
        return try connection.rows(
            """
            SELECT seq, time, actor, action, subject FROM record
            WHERE seq < \(before) AND time >= \(times.lowerBound) AND time < \(times.upperBound)
            AND (\(actor.isEmpty) = 1 OR actor = \(actor)) AND (\(action.isEmpty) = 1 OR action = \(action))
            AND (\(subject.isEmpty) = 1 OR (subject >= \(subject) AND subject < \(behind)))
            ORDER BY seq DESC LIMIT \(limit)
            """, RecordHeader.init)
    }

    /// The first text behind all that begin with one.
    private static func behind(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.popLast() {
            if let next = UnicodeScalar(last.value + 1) ?? UnicodeScalar(0xE000), last.value < 0x10FFFF {
                return String(String.UnicodeScalarView(scalars + [next]))
            }
        }
        return "\u{10FFFF}"
    }
}

extension RecordStore {
    /// The newest records about a subject, the newest first.
    package static func headers(
        about subject: String, limit: Int, in connection: ReadConnection
    ) throws -> [RecordHeader] {
        try connection.rows(
            """
            SELECT seq, time, actor, action, subject FROM record WHERE subject = \(subject)
            ORDER BY seq DESC LIMIT \(limit)
            """, RecordHeader.init)
    }
}
