/// What a closed segment holds.
package struct SegmentSummary: Hashable, Sendable {
    package let range: SegmentRange
    package let packetCount: Int
    /// The first time of receipt, in milliseconds since 1970-01-01T00:00:00Z. Times need not rise with addresses: clocks
    /// are set back.
    package let earliestMilliseconds: Int64
    /// The last time of receipt, likewise.
    package let latestMilliseconds: Int64
    /// The sha256 of the segment's bytes as they were written, before compression, in lower-case hexadecimal.
    package let contentHash: String

    package init(
        range: SegmentRange, packetCount: Int, earliestMilliseconds: Int64, latestMilliseconds: Int64,
        contentHash: String
    ) {
        self.range = range
        self.packetCount = packetCount
        self.earliestMilliseconds = earliestMilliseconds
        self.latestMilliseconds = latestMilliseconds
        self.contentHash = contentHash
    }

    /// The bytes that the packets take up uncompressed.
    package var byteCount: Int64 { range.end.rawValue - range.start.rawValue }
}
