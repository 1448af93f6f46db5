package import Standards
package import Storage

/// Questions about values that were measured by hand and issued.
package enum ManualReadingStore {
    /// The values that count of samples taken in a span, by time: of each moment and item the last one issued.
    ///
    /// - Parameters:
    ///   - object: only this object, or every one.
    ///   - item: only this item, or every one.
    package static func readings(
        from start: Instant, to end: Instant, object: String? = nil, item: String? = nil,
        in connection: ReadConnection
    ) throws -> [Reading] {
        ReadingStore.current(
            try ReadingStore.samples(from: start, to: end, object: object, item: item, in: connection))
    }

    /// Every version of the values of one object at one moment, oldest first.
    package static func versions(
        of object: String, item: String, at start: Instant, in connection: ReadConnection
    ) throws -> [Reading] {
        try ReadingStore.samples(
            from: start, to: start.adding(seconds: 1), object: object, item: item, in: connection)
    }
}
