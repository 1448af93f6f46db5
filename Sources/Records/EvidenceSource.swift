package import Ledger
package import Storage

/// A capability's way from raw evidence – packets, lines of files – to the record of the ledger that vouches for it.
package protocol EvidenceSource: Sendable {
    /// Proves the evidence that it knows; the rest is another source's.
    ///
    /// - Parameter last: the last record that may vouch for it: later ones are not signed yet.
    /// - Throws: `StorageError` when raw bytes are damaged or were removed after their time.
    func prove(
        _ evidence: Set<InputTrace.Evidence>, through last: Int64, in connection: ReadConnection, from archive: Archive,
        hasher: TreeHasher
    ) throws -> [ProvedLeaves]

    /// Where in the raw bytes of a group the values of inputs stand.
    ///
    /// - Parameters:
    ///   - inputs: each with the place of its evidence in the group.
    ///   - group: as `prove` gave it, of this or another source.
    /// - Returns: for each input, in its place, nil when the evidence or the input is not of this source, or the bytes do not
    ///   show it in plain text.
    func places(
        of inputs: [(id: InputID, index: Int)], in group: ProvedLeaves, from connection: ReadConnection,
        _ archive: Archive
    ) throws -> [EvidencePlace?]
}
