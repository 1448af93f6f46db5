package import Storage

/// One step down the chain of evidence.
package struct InputTrace: Sendable {
    /// Where the chain ends.
    package enum Evidence: Sendable, Hashable {
        /// A packet in the log.
        case packet(PacketAddress)
        /// A row of an imported file: the record of its batch, and the line.
        case importRow(batch: Int64, line: Int64)
        /// A record of the ledger.
        case record(sequence: Int64)
    }

    package let id: InputID
    package let title: String
    /// The value as text, nil when missing.
    package let value: String?
    package let unit: String
    /// How the value follows from the inputs, in words and numbers.
    package let formula: String
    /// The catalog ids of the rules that were used.
    package let rules: [String]
    package let inputs: [TracedInput]
    package let evidence: [Evidence]

    package init(
        id: InputID, title: String, value: String?, unit: String, formula: String, rules: [String] = [],
        inputs: [TracedInput] = [], evidence: [Evidence] = []
    ) {
        self.id = id
        self.title = title
        self.value = value
        self.unit = unit
        self.formula = formula
        self.rules = rules
        self.inputs = inputs
        self.evidence = evidence
    }
}
