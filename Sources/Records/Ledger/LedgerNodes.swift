package import Ledger
package import Storage

/// The tree's hashes in the table.
package struct LedgerNodes: SubtreeSource {
    private let connection: ReadConnection

    package init(_ connection: ReadConnection) { self.connection = connection }

    package func hashes(of subtrees: [Subtree]) throws -> [TreeHash] {
        try subtrees.map { subtree in
            let stored = try connection.first(
                "SELECT hash FROM ledger_node WHERE level = \(subtree.level) AND position = \(subtree.index)"
            ) { TreeHash(try $0.bytes("hash")) }
            guard let hash = stored ?? nil else {
                throw LedgerError(.missingSubtree, detail: "\(subtree.level), \(subtree.index)")
            }
            return hash
        }
    }
}
