/// A fact that entered the bureau's system: who did what to which subject, when, and under which rules.
///
/// Records are appended and never rewritten; a correction is a new record that names what it corrects.
public struct LedgerRecord: Sendable, Hashable {
    /// Position in the ledger, from 1 without gaps.
    public let sequence: Int64
    /// When it was recorded: milliseconds since 1970-01-01T00:00:00Z.
    public let timeMilliseconds: Int64
    /// Who acted: an account id, `system`, or the id of an importing command.
    public let actor: String
    /// What was done, as `room.noun.verb`, e.g. `monitoring.hour.reviewed`.
    public let action: String
    /// What it was done to: the id of a station, outlet, document, file.
    public let subject: String
    /// The content; always an object with `kind` and `version`.
    public let body: CanonicalValue
    /// The ids of the rule files that were used to check or judge it.
    public let rules: [String]

    /// The members of the canonical form: all of them, and no others.
    private static let fields: Set<String> = ["seq", "time", "actor", "action", "subject", "body", "rules"]

    public init(
        sequence: Int64, timeMilliseconds: Int64, actor: String, action: String, subject: String,
        body: CanonicalValue, rules: [String]
    ) {
        self.sequence = sequence
        self.timeMilliseconds = timeMilliseconds
        self.actor = actor
        self.action = action
        self.subject = subject
        self.body = body
        self.rules = rules
    }

    /// The canonical bytes of the record: what is stored, and what a leaf of the ledger's tree hashes.
    public func bytes() throws(LedgerError) -> [UInt8] {
        try CanonicalValue.object([
            "seq": .integer(sequence), "time": .integer(timeMilliseconds), "actor": .string(actor),
            "action": .string(action), "subject": .string(subject), "body": body,
            "rules": .array(rules.map(CanonicalValue.string)),
        ]).bytes()
    }

    /// Reads a record from its canonical bytes.
    ///
    /// - Throws: `LedgerError` with `.notCanonical` or `.malformedRecord` and the name of the field.
    public init(canonical bytes: [UInt8]) throws(LedgerError) {
        let value = try CanonicalValue(canonical: bytes)
        // Another member would be hashed without being read.
        if let stranger = value.members?.keys.filter({ !Self.fields.contains($0) }).min() {
            throw LedgerError(.malformedRecord, detail: stranger)
        }
        func text(_ key: String) throws(LedgerError) -> String {
            guard let text = value[key]?.text else { throw LedgerError(.malformedRecord, detail: key) }
            return text
        }
        guard let sequence = value["seq"]?.integer, let time = value["time"]?.integer else {
            throw LedgerError(.malformedRecord, detail: "seq, time")
        }
        guard let body = value["body"], body["kind"]?.text != nil, body["version"]?.integer != nil else {
            throw LedgerError(.malformedRecord, detail: "body")
        }
        guard let elements = value["rules"]?.elements else { throw LedgerError(.malformedRecord, detail: "rules") }
        var rules: [String] = []
        for rule in elements {
            guard let id = rule.text else { throw LedgerError(.malformedRecord, detail: "rules") }
            rules.append(id)
        }
        self.init(
            sequence: sequence, timeMilliseconds: time, actor: try text("actor"), action: try text("action"),
            subject: try text("subject"), body: body, rules: rules)
    }
}
