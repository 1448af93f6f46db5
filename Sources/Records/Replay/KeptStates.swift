import Ledger
import Storage

/// States of the past that outlive the process that made them, in folders whose names say all that a state follows from: a
/// folder found again under the same name is the same state.
///
/// They count for nothing: what is missing, or was made by another version, from another ledger or with packets that were removed
/// since, is made by replay.
package struct KeptStates: Sendable {
    let directory: String
    private let maker: String
    private let isOwner: Bool

    /// - Parameters:
    ///   - directory: a folder for nothing else.
    ///   - maker: names the program that makes states, down to its build, and what it was given besides ledger and packets.
    ///   - isOwner: false beside the process that owns the store: then nothing is removed.
    package init(directory: String, maker: String, isOwner: Bool) {
        self.directory = directory
        self.maker = maker
        self.isOwner = isOwner
    }

    /// The name of a state; nil for one that is not kept: a choice of records, or from before rules were on record, where the
    /// rules of the present stand in.
    func name(
        of selection: RecordSelection, in connection: ReadConnection, with packets: PacketLog
    ) throws -> String? {
        guard selection.isWhole, try selection.end <= RecordStore.lastSequence(in: connection),
            try RulesOnRecord.last(in: selection, connection) != nil
        else { return nil }
        let hasher = try LedgerStore.head(in: connection).hasher
        let root = try LedgerNodes(connection).root(at: selection.end, with: hasher)
        let from = [maker, root.base64] + packets.expiredSegments.map(\.name)
        let digest = AttachmentID(of: Array(from.joined(separator: "\n").utf8)).rawValue
        return "\(selection.end)-\(digest)"
    }

    /// The records of states that were kept, before another one, the latest first; some may be of no use any more.
    func ends(before end: Int64) -> [Int64] {
        names.compactMap { Self.end(of: $0) }.filter { $0 < end }.sorted(by: >)
    }

    /// Removes all kept states but the youngest and those named.
    func tidy(keeping count: Int, besides names: Set<String> = []) {
        guard isOwner else { return }
        let kept = self.names.filter { Self.end(of: $0) != nil }
        for name in kept.dropFirst(count) where !names.contains(name) { remove(name) }
    }

    /// Removes what an earlier process left unfinished or would not have kept.
    func removeDrafts() {
        guard isOwner else { return }
        for name in names where Self.end(of: name) == nil { remove(name) }
    }

    /// Whether states may be removed when they are not used any more.
    var mayRemove: Bool { isOwner }

    /// The youngest first.
    private var names: [String] { ScratchDatabase.names(in: directory) }

    private func remove(_ name: String) { ScratchDatabase.remove(name, in: directory) }

    /// The record in a name; nil for the folder of a draft or of a state that is not kept.
    private static func end(of name: String) -> Int64? {
        let parts = name.split(separator: "-")
        return parts.count == 2 ? Int64(parts[0]) : nil
    }
}
