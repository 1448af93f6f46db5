package import Casework
import Standards
package import Storage

/// Questions about what persons said of reviews.
package enum ReviewStore {
    /// The last answer to each item, and the last override of each.
    ///
    /// - Parameter sequence: as they were after this record; nil for now.
    package static func answers(
        of matter: MatterID, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> (answers: [Int: ReviewAnswer], overrides: [Int: ReviewAnswer]) {
        let rows = try connection.rows(
            """
            SELECT * FROM case_review WHERE matter = \(matter.rawValue) AND seq <= \(sequence ?? .max) ORDER BY seq
            """
        ) { row in
            (
                item: Int(try row.integer("item")), isOverride: try row.flag("is_override"),
                answer: ReviewAnswer(
                    isFault: try row.flag("is_fault"), reason: try row.text("reason"), person: try row.text("actor"),
                    day: Instant(secondsSince1970: try row.integer("time") / 1_000).beijingDate,
                    sequence: try row.integer("seq"))
            )
        }
        var (answers, overrides): ([Int: ReviewAnswer], [Int: ReviewAnswer]) = ([:], [:])
        for row in rows {
            if row.isOverride { overrides[row.item] = row.answer } else { answers[row.item] = row.answer }
        }
        return (answers, overrides)
    }
}
