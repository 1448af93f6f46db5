/// The lock that makes writers of all processes wait for one another, so that a transaction may read the ledger's last record and
/// append the next.
enum WriterLock {
    /// "QHWR" and the schema: stores beside one another in a database do not wait for each other.
    static let statement = "SELECT pg_advisory_xact_lock(1363695442, hashtext(current_schema()))"
}
