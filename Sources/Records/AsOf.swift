/// Which state of the store is meant.
package enum AsOf: Hashable, Sendable {
    /// The present one, with packets that are not on record yet.
    case live
    /// The one after a record of the ledger: made of the records up to it and of the packets on record by then, by the rules
    /// on record by then.
    case at(Int64)
}
