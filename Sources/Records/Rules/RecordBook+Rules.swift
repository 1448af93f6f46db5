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
        if Self.names(last, root) { return nil }
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

    /// Whether the rules in use are those last on record.
    ///
    /// - Throws: `StorageError`.
    package func usesRulesOnRecord() async throws -> Bool {
        let (last, hasher) = try await database.read { connection in
            (try RulesOnRecord.last(in: connection), try LedgerStore.head(in: connection).hasher)
        }
        return Self.names(last, try RuleListing(archive.catalog).root(with: hasher))
    }

    private static func names(_ record: LedgerRecord?, _ root: TreeHash) -> Bool {
        record?.body["root"]?.text == root.base64
    }
}
