/// Entries for the packet log that arrived together, as the bytes that go to disk: made by whoever receives them, so that the
/// log, which all share, has nothing left to do but to write.
package struct PacketBatch: Sendable {
    /// When the first entry was received, in milliseconds since 1970-01-01T00:00:00Z; nil when there is none.
    package private(set) var firstMilliseconds: Int64?
    /// The entries on disk.
    private(set) var bytes: [UInt8] = []
    /// Where each begins.
    private(set) var offsets: [Int] = []

    /// No entries.
    package init() {}

    /// Whether there is no entry.
    package var isEmpty: Bool { offsets.isEmpty }

    /// How many entries there are.
    package var count: Int { offsets.count }

    /// Adds an entry; see `PacketEntry` for its parts.
    package mutating func add(receivedMilliseconds: Int64, peer: String, verdict: UInt8, raw: ArraySlice<UInt8>) {
        firstMilliseconds = firstMilliseconds ?? receivedMilliseconds
        offsets.append(bytes.count)
        PacketEntryFormat.append(
            receivedMilliseconds: receivedMilliseconds, peer: peer, verdict: verdict, raw: raw, to: &bytes)
    }

    /// Entries that were made before.
    package init(_ entries: [PacketEntry]) {
        for entry in entries {
            add(
                receivedMilliseconds: entry.receivedMilliseconds, peer: entry.peer, verdict: entry.verdict,
                raw: entry.raw[...])
        }
    }

    /// The entries as a reader of the log will see them.
    package var entries: [PacketEntry] { offsets.compactMap { PacketEntryFormat.read(bytes, at: $0)?.entry } }
}
