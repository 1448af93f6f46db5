/// Why an action was not put on record.
package struct RecordsError: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// No capability offers this action: a programming error.
        case unknownAction
        /// The actor lacks the permission named in `detail`.
        case notPermitted
        /// The content breaks a rule; `field` names where, `detail` what was given.
        case invalid
        /// The subject is not known.
        case unknownSubject
        /// Somebody else changed the subject since the action was prepared; `detail` is the record that did.
        case superseded
        /// The stored ledger contradicts itself; `field` names what (`record`, `tree`, `checkpoint`), `detail` the first
        /// sequence where it does.
        case brokenLedger
        /// The ledger has no record of the number `detail`; `field` is its last.
        case beyondLedger
        /// Packets that belong to the state after record `field` were removed after their time; `detail` is their segment.
        case removedPackets
        /// The stored projections were made by another version: `qingheng rebuild` makes them again.
        case staleProjection
    }

    package let code: Code
    package let field: String
    package let detail: String

    package init(_ code: Code, field: String = "", detail: String) {
        self.code = code
        self.field = field
        self.detail = detail
    }
}
