package import Ledger

/// Raw evidence with the way from it to a record: leaves of one tree whose root the record holds, directly or through a leaf
/// of another tree.
package struct ProvedLeaves: Sendable {
    /// What the leaves are.
    package enum Kind: String, Sendable {
        /// Packets of a closed segment; the record is `gateway.segment.closed`.
        case segment
        /// Packets of a device's day; the record is `gateway.day.closed`.
        case day
        /// Lines of an imported file or of a laboratory's report; the record is `monitoring.file.imported` or
        /// `monitoring.manual.reported`.
        case file
    }

    /// The way through another tree: its leaf, and the proof of it against the root in the record.
    package struct Passage: Sendable {
        /// An object with the `root` of the tree of the evidence.
        package let leaf: CanonicalValue
        package let proof: SubsetProof

        package init(leaf: CanonicalValue, proof: SubsetProof) {
            self.leaf = leaf
            self.proof = proof
        }
    }

    package let kind: Kind
    /// The record that holds the root.
    package let record: Int64
    package let passage: Passage?
    package let proof: SubsetProof
    /// The evidence in the order of the proof's indices; nil for leaves that are there for others' sake, such as the head of a
    /// file.
    package let evidence: [InputTrace.Evidence?]
    /// The bytes of the leaves, in the same order.
    package let leaves: [[UInt8]]

    package init(
        kind: Kind, record: Int64, passage: Passage? = nil, proof: SubsetProof, evidence: [InputTrace.Evidence?],
        leaves: [[UInt8]]
    ) {
        self.kind = kind
        self.record = record
        self.passage = passage
        self.proof = proof
        self.evidence = evidence
        self.leaves = leaves
    }
}
