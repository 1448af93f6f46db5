package import Ledger
package import Storage

/// The facts about people that stand in records as commitments only.
///
/// No projection copies them: whoever shows one reads it here by its record, so that a fact that is erased is gone.
package enum PersonalState {
    static let migration = Migration(
        id: "records.4.personal",
        statements: [
            """
            CREATE TABLE personal_value (
                record INTEGER NOT NULL,
                field TEXT NOT NULL,
                salt BLOB,
                value TEXT,
                sealed_by INTEGER,
                erased_by INTEGER,
                PRIMARY KEY (record, field),
                CHECK ((value IS NULL) = (erased_by IS NOT NULL)),
                CHECK ((salt IS NULL) = (erased_by IS NOT NULL))
            ) STRICT
            """
        ])

    /// The facts of a record by field; the fields that its body names and that are not there are missing.
    package static func values(
        of record: LedgerRecord, in connection: ReadConnection
    ) throws -> [String: PersonalValue] {
        let stored = try rows(of: record.sequence, in: connection)
        let named = record.body[Self.member]?.members?.keys.map(\.self) ?? []
        return Dictionary(uniqueKeysWithValues: named.map { ($0, stored[$0]?.value ?? .missing) })
    }

    /// One fact.
    ///
    /// - Parameter record: the sequence of the record that holds its commitment.
    package static func value(
        _ field: String, of record: Int64, in connection: ReadConnection
    ) throws -> PersonalValue {
        try rows(of: record, in: connection)[field]?.value ?? .missing
    }

    /// The member of a body that holds the commitments by field.
    static let member = "personal"

    /// A row as the audit needs it.
    struct Row {
        let value: PersonalValue
        let salt: [UInt8]?
        /// The fact, also where it is sealed.
        let text: String?
    }

    static func rows(of record: Int64, in connection: ReadConnection) throws -> [String: Row] {
        let rows = try connection.rows(
            "SELECT field, salt, value, sealed_by, erased_by FROM personal_value WHERE record = \(record)"
        ) { row in
            let text = try row.optionalText("value")
            let value: PersonalValue =
                if let by = try row.optionalInteger("erased_by") {
                    .erased(by: by)
                } else if let by = try row.optionalInteger("sealed_by") {
                    .sealed(by: by)
                } else {
                    text.map(PersonalValue.text) ?? .missing
                }
            return (try row.text("field"), Row(value: value, salt: try row.optionalBytes("salt"), text: text))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// Keeps the facts of a record.
    ///
    /// - Returns: the commitments by field, for the record's body.
    static func keep(
        _ facts: [String: String], of record: Int64, with hasher: TreeHasher, in connection: WriteConnection
    ) throws -> CanonicalValue {
        var commitments: [String: CanonicalValue] = [:]
        for (field, value) in facts.sorted(by: { $0.key < $1.key }) {
            let salt = PersonalCommitment.salt()
            try connection.execute(
                """
                INSERT INTO personal_value (record, field, salt, value) VALUES (\(record), \(field), \(salt), \(value))
                """)
            commitments[field] = .string(PersonalCommitment(to: value, field: field, salt: salt, with: hasher).text)
        }
        return .object(commitments)
    }

    /// Carries out a decision about facts of a record.
    static func carryOut(_ decision: LedgerRecord, in connection: WriteConnection) throws {
        guard let record = decision.body["record"]?.integer else { return }
        for field in decision.body["fields"]?.elements?.compactMap(\.text) ?? [] {
            switch decision.action {
            case PersonalActions.erased:
                try connection.execute(
                    """
                    UPDATE personal_value SET value = NULL, salt = NULL, erased_by = \(decision.sequence)
                    WHERE record = \(record) AND field = \(field)
                    """)
            case PersonalActions.sealed:
                try connection.execute(
                    """
                    UPDATE personal_value SET sealed_by = \(decision.sequence) WHERE record = \(record) AND field = \(field)
                    """)
            default: break
            }
        }
    }
}
