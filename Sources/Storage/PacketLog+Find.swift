extension PacketLog {
    /// The next packets of a device, or of all, received in a span of time, in the order of their addresses.
    ///
    /// Ask again behind the last one found until none come. A device is looked up in the indexes of the segments; an index
    /// that is missing or damaged is made again. Reads files: not for the threads that answer devices or pages.
    ///
    /// - Parameters:
    ///   - device: its key, nil for all packets.
    ///   - from: the first time of receipt, in milliseconds since 1970-01-01T00:00:00Z.
    ///   - to: the time before which they were received, likewise.
    ///   - after: the address behind which to go on; nil for the start.
    ///   - stop: the address before which they stand; nil for the end.
    ///   - limit: how many at most.
    /// - Throws: `StorageError` with `.damagedPacketLog`.
    package func find(
        device: String?, key: PacketKey, from: Int64 = .min, to: Int64 = .max, after: PacketAddress? = nil,
        before stop: PacketAddress? = nil, limit: Int
    ) throws -> [LoggedPacket] {
        guard from < to, limit > 0 else { return [] }
        let end = durableEnd
        let search = PacketSearch(
            files: files, name: device.map(PacketKey.bytes), key: key, received: from..<to, end: min(stop ?? end, end))
        return try search.run(after: after, limit: limit)
    }
}
