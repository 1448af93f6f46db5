import Catalog
package import Ledger
import Storage

extension RecordBook {
    /// Puts the rules in use on record when they are not those last on record; values that rest on changed standards are
    /// made again in the same transaction.
    ///
    /// - Returns: the record; nil when nothing has changed.
    @discardableResult
    package func adoptRules(by actor: Actor) async throws -> LedgerRecord? {
        let listing = RuleListing(archive.catalog)
        let (last, hasher) = try await database.read { connection in
            (try RulesOnRecord.last(in: connection), try LedgerStore.head(in: connection).hasher)
        }
        let root = try listing.root(with: hasher)
        if let last, last.body["root"]?.text == root.base64 { return nil }
        let known = try last.map {
            try RuleListing(canonical: try archive.attachments.bytes(of: RulesOnRecord.id(of: $0)))
        }
        for file in archive.catalog.sourceFiles { _ = try archive.attachments.store(Array(file.text.utf8)) }
        let id = try archive.attachments.store(try listing.bytes)
        return try await record(
            RuleActions.adopt(
                listing, root: root, kept: id,
                changed: known.map { listing.changes(since: $0) } ?? [], after: last?.sequence ?? 0, by: actor))
    }
}
