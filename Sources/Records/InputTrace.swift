package import Storage

/// One step down the chain of evidence.
package struct InputTrace: Hashable, Sendable {
    /// Where the chain ends.
    package enum Evidence: Hashable, Sendable {
        /// A packet in the log.
        case packet(PacketAddress)
        /// A row of an imported file: the record of its batch, and the line.
        case importRow(batch: Int64, line: Int64)
        /// A record of the ledger.
        case record(sequence: Int64)
    }

    /// How somebody outside can compute the value again from the inputs or the evidence.
    package enum Recomputation: String, Sendable {
        /// The value is what the last evidence says.
        case received
        /// The arithmetic mean of the inputs that have a value.
        case mean
        /// The largest of the arithmetic means of eight consecutive inputs of which at least six have a value: the windows that
        /// end with input 8 to 24 (HJ 663-2013, table 2).
        case eightHourMaximum
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
    /// Nil where it takes the rule itself to compute it again.
    package let recomputation: Recomputation?
    package let inputs: [TracedInput]
    package let evidence: [Evidence]

    package init(
        id: InputID, title: String, value: String?, unit: String, formula: String, rules: [String] = [],
        recomputation: Recomputation? = nil, inputs: [TracedInput] = [], evidence: [Evidence] = []
    ) {
        self.id = id
        self.title = title
        self.value = value
        self.unit = unit
        self.formula = formula
        self.rules = rules
        self.recomputation = recomputation
        self.inputs = inputs
        self.evidence = evidence
    }
}
