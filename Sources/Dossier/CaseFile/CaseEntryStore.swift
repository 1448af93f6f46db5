package import Casework
import Ledger
package import Storage

/// Questions about what was put into case files.
package enum CaseEntryStore {
    /// Everything that was put into the file of a matter, in order.
    ///
    /// - Parameter sequence: as it was after this record; nil for all of it.
    package static func entries(
        of matter: MatterID, asOf sequence: Int64? = nil, in connection: ReadConnection
    ) throws -> [CaseEntry] {
        try connection.rows(
            """
            SELECT * FROM case_entry WHERE matter = \(matter.rawValue) AND seq <= \(sequence ?? .max) ORDER BY seq
            """
        ) { try entry($0) }
    }

    /// The youngest weighings of fines for a violation, with their matters.
    static func weighings(
        of violation: String, limit: Int, in connection: ReadConnection
    ) throws -> [(matter: MatterID, entry: CaseEntry)] {
        try connection.rows(
            """
            SELECT * FROM case_entry WHERE action = \(CaseFileActions.weighed) AND topic = \(violation)
            ORDER BY seq DESC LIMIT \(limit)
            """
        ) { (MatterID(rawValue: try $0.text("matter")), try entry($0)) }
    }

    /// What was told or not told the public and not taken back, the youngest first.
    static func disclosures(
        limit: Int, in connection: ReadConnection
    ) throws -> [(matter: MatterID, entry: CaseEntry)] {
        try connection.rows(
            """
            SELECT * FROM case_entry c WHERE action = \(CaseFileActions.disclosed) AND NOT EXISTS
            (SELECT 1 FROM case_entry w WHERE w.matter = c.matter AND w.item = c.item
            AND w.action = \(CaseFileActions.withdrawn)) ORDER BY seq DESC LIMIT \(limit)
            """
        ) { (MatterID(rawValue: try $0.text("matter")), try entry($0)) }
    }

    /// Legal opinions of all matters, the youngest first, with their matters.
    package static func opinions(
        limit: Int, in connection: ReadConnection
    ) throws -> [(matter: MatterID, entry: CaseEntry)] {
        try connection.rows(
            """
            SELECT * FROM case_entry WHERE action = \(CaseFileActions.opinionGiven) ORDER BY seq DESC LIMIT \(limit)
            """
        ) { (MatterID(rawValue: try $0.text("matter")), try entry($0)) }
    }

    private static func entry(_ row: SQLRow) throws -> CaseEntry {
        CaseEntry(
            sequence: try row.integer("seq"), action: try row.text("action"), item: try row.text("item"),
            timeMilliseconds: try row.integer("time"), actor: try row.text("actor"),
            body: try CanonicalValue(canonical: Array(try row.text("content").utf8)))
    }
}
