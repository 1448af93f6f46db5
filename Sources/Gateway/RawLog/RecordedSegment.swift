package import Storage

/// A closed segment as it is on record.
package struct RecordedSegment: Hashable, Sendable {
    package let summary: SegmentSummary
    /// The version of the parser that read it when it was closed.
    package let parser: Int
    /// The number of the record by which it was removed; nil while it is there.
    package let expiredBy: Int64?
}
