/// A fault in canonical bytes, or in a record, tree, proof, key or checkpoint read from bytes.
public struct LedgerError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Code: String, Sendable {
        /// An integer beyond ±(2^53 − 1): it belongs in a string.
        case integerOutOfRange
        /// Arrays and objects nested deeper than `CanonicalValue.greatestDepth`.
        case nestedTooDeep
        /// Bytes that are not the canonical form of any value: wrong grammar, white space, unsorted or repeated keys.
        case notCanonical
        /// A record that lacks a field, has one of the wrong kind, or one that no record has.
        case malformedRecord

        /// The library at hand offers no such hash or signature.
        case suiteUnavailable
        /// Bytes that are no state of a growing tree.
        case malformedFrontier
        /// A leaf or size that the tree does not have, or two sizes in the wrong order.
        case outsideTree
        /// A source gave another number of hashes than it was asked for.
        case missingSubtree
        /// A value that is no proof: it lacks a member, has one of the wrong kind, or another.
        case malformedProof
        /// A proof with more or fewer hashes than its sizes demand.
        case wrongProofLength
        /// A proof that leads to another root than the one claimed.
        case rootMismatch

        /// A key name that is empty or contains a space, a plus sign or a control character.
        case malformedKeyName
        /// A verifier key or signing key that is not of the form of `signed-note`.
        case malformedKey
        /// A key whose id does not follow from its name and content.
        case keyIDMismatch
        /// A key of a signature type that is not read here.
        case unknownSignatureType
        /// Bytes that are no signed note.
        case malformedNote
        /// A note larger, or with more signatures, than is read.
        case noteTooLarge
        /// A note whose text is no checkpoint.
        case malformedCheckpoint
        /// A checkpoint of another log than the one expected.
        case wrongOrigin
        /// A note that the key asked for has not signed.
        case unsigned
        /// A signature under a known key that does not fit the note.
        case badSignature
    }

    public let code: Code
    /// The offending value, field, line, name or byte offset.
    public let detail: String

    public init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }
}
