/// A part of the check of the whole store: what one room keeps, compared with what is on record of it.
package protocol Audit: Sendable {
    /// What it checks, in Chinese: 台账、报文库.
    var title: String { get }

    /// Checks all of it.
    ///
    /// - Parameter report: told of every fault, in the order of the store.
    /// - Returns: how many items were checked, in Chinese: `记录 1,024 条`.
    /// - Throws: what keeps the check itself from being made.
    func run(_ book: RecordBook, report: @escaping @Sendable (AuditFinding) -> Void) async throws -> String
}
