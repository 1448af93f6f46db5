internal import Glibc
internal import Synchronization

/// The segments of the packet log: each named by the address at which it starts, read and written by address.
///
/// The last one is written; those before it are plain until they are closed, and may be removed after their time.
final class SegmentFiles: Sendable {
    /// As much as one read returns: large enough to be sequential, small enough to hold.
    private static let readLength = 1 << 20
    /// Most packets are shorter.
    private static let usualLength = 2 << 10

    enum Segment: Sendable {
        case plain(PlainSegment)
        case closed(SegmentRange)
        case expired(SegmentRange)

        var start: Int64 {
            switch self {
            case .plain(let segment): segment.start
            case .closed(let range), .expired(let range): range.start.rawValue
            }
        }

        /// The address behind it, as of now.
        var end: Int64 {
            switch self {
            case .plain(let segment): segment.end
            case .closed(let range), .expired(let range): range.end.rawValue
            }
        }
    }

    let directory: String
    let isWritable: Bool
    let closed: ClosedSegments
    private let writer: SegmentWriter
    private let leastFreeBytes: Int64
    private let greatestSegmentBytes: Int64
    private let segments: Mutex<[Segment]>
    /// Held while the directory is looked at again, so that a segment grows once.
    private let following = Mutex(())
    /// Whether bytes of a group that failed, or that a crash left half written, may stand behind the last entry: the next group
    /// cuts them off. Only who appends looks at it.
    private let isTorn: Atomic<Bool>

    /// - Parameters:
    ///   - leastFreeBytes: what must be left on the file system behind a group.
    ///   - greatestSegmentBytes: a segment that has so many takes no more.
    init(
        directory: String, isWritable: Bool, leastFreeBytes: Int64, greatestSegmentBytes: Int64, writer: SegmentWriter
    ) throws(StorageError) {
        self.directory = directory
        self.isWritable = isWritable
        self.leastFreeBytes = leastFreeBytes
        self.greatestSegmentBytes = greatestSegmentBytes
        self.writer = writer
        closed = ClosedSegments(directory: directory)
        let found = try SegmentOpening(directory: directory, isWritable: isWritable).segments()
        isTorn = Atomic(try Self.strayBytes(behind: found.last) > 0)
        segments = Mutex(found)
    }

    /// All of them, by address.
    var all: [Segment] { segments.withLock { $0 } }

    /// The address of the first entry that was not removed.
    var start: PacketAddress {
        let first = segments.withLock { all in
            all.first {
                if case .expired = $0 { false } else { true }
            }
        }
        return PacketAddress(rawValue: first?.start ?? 0)
    }

    var end: PacketAddress { PacketAddress(rawValue: segments.withLock { $0.last?.end ?? 0 }) }

    /// Writes bytes behind the last entry and syncs them; on failure the file is as it was.
    ///
    /// - Returns: the address of the first byte.
    func append(_ bytes: [UInt8]) throws(StorageError) -> PacketAddress {
        try cutTornTail()
        let last = try writableSegment()
        let length = last.length
        if let free = writer.freeBytes(last.descriptor), free < leastFreeBytes + Int64(bytes.count) {
            throw StorageError(.diskFull, detail: "\(directory): \(free) bytes free")
        }
        do throws(StorageError) {
            try writer.write(bytes, last.descriptor, length)
        } catch {
            // What was half written must not stand before the next group; where it cannot be cut now, it is before that.
            isTorn.store(true, ordering: .relaxed)
            if (try? writer.cut(last.descriptor, length)) != nil { isTorn.store(false, ordering: .relaxed) }
            throw error
        }
        last.grow(by: bytes.count)
        return PacketAddress(rawValue: last.start + length)
    }

    /// Takes no packet at an address before this one: see `PacketLog.goOn(behind:)`. Called before anything is appended.
    func goOn(behind address: PacketAddress) throws(StorageError) -> PacketAddress? {
        let sound = end
        guard sound < address, case .plain(let last)? = segments.withLock({ $0.last }) else { return nil }
        let there = min(try FileDescriptor.length(of: last.descriptor), address.rawValue - last.start)
        // What stands behind the address was never read, so it is a torn tail like any other.
        try writer.cut(last.descriptor, there)
        isTorn.store(false, ordering: .relaxed)
        last.grow(by: Int(there - last.length))
        let fresh = try SegmentOpening.makeSegment(in: directory, at: address.rawValue)
        segments.withLock { $0.append(.plain(fresh)) }
        return sound
    }

    /// Lets the last segment take no more packets when its first was received before a time. Called by who appends.
    func endSegment(ifReceivedBefore milliseconds: Int64) throws(StorageError) {
        guard case .plain(let last)? = segments.withLock({ $0.last }), last.length > 0 else { return }
        try cutTornTail()
        let first = try packet(at: PacketAddress(rawValue: last.start))
        if first.entry.receivedMilliseconds < milliseconds { try addSegment() }
    }

    /// Sees what the process that writes the log has added, closed or removed since. A log that is written here knows already.
    func follow() throws(StorageError) {
        if isWritable { return }
        try following.withLock { _ throws(StorageError) in
            var plain: [Int64: PlainSegment] = [:]
            for case .plain(let segment) in all { plain[segment.start] = segment }
            let opening = SegmentOpening(
                directory: directory, isWritable: false, soundLengths: plain.mapValues { $0.length })
            let found = try opening.segments().map { segment in
                // The segment that is known goes on, with the index of what it holds.
                guard case .plain(let fresh) = segment, let known = plain[fresh.start] else { return segment }
                known.grow(by: Int(fresh.length - known.length))
                return Segment.plain(known)
            }
            segments.withLock { $0 = found }
        }
    }

    /// Reads the closed file of a segment instead of the plain one.
    func replaceByClosed(_ range: SegmentRange) { replace(range, by: .closed(range)) }

    /// Has nothing to read any more where a segment was.
    func replaceByExpired(_ range: SegmentRange) {
        replace(range, by: .expired(range))
        closed.forget(range)
    }

    private func replace(_ range: SegmentRange, by segment: Segment) {
        segments.withLock { all in
            if let index = all.firstIndex(where: { $0.start == range.start.rawValue }) { all[index] = segment }
        }
    }

    func read(from address: PacketAddress, to end: PacketAddress) throws(StorageError) -> [LoggedPacket] {
        guard address < end else { return [] }
        let block = try block(at: address)
        guard let first = block.packets.firstIndex(where: { $0.address >= address }),
            block.packets[first].address == address
        else { throw damage(address) }
        var packets: [LoggedPacket] = []
        var expected = address
        for packet in block.packets[first...] where packet.address < end {
            // Bytes that are no entry are reported at their own address, not stepped over.
            guard packet.address == expected else { break }
            packets.append(packet)
            expected = PacketEntryFormat.address(after: packet)
        }
        return packets
    }

    func packet(at address: PacketAddress) throws(StorageError) -> LoggedPacket {
        let segment = try readableSegment(at: address)
        let found: PacketEntry?
        switch segment {
        case .plain(let plain):
            let bytes = try plain.bytes(at: address, atMost: Self.usualLength)
            if let entry = PacketEntryFormat.read(bytes, at: 0)?.entry {
                found = entry
            } else {
                let longer = try plain.bytes(at: address, atMost: PacketEntryFormat.greatestLength)
                found = PacketEntryFormat.read(longer, at: 0)?.entry
            }
        case .closed(let range):
            let block = try closed.block(at: address, of: range)
            found = PacketEntryFormat.read(block.bytes, at: Int(address.rawValue - block.start))?.entry
        case .expired: found = nil
        }
        guard let found else { throw damage(address) }
        return LoggedPacket(address: address, entry: found)
    }

    /// The segment that holds an address, or would.
    func segment(at address: PacketAddress) -> Segment? {
        segments.withLock { all in
            var low = 0
            var high = all.count
            while low < high {
                let middle = (low + high) / 2
                if all[middle].start <= address.rawValue { low = middle + 1 } else { high = middle }
            }
            return low > 0 ? all[low - 1] : nil
        }
    }

    /// The first sound entry of a plain segment behind an address in it; nil when none follows.
    func soundAddress(behind address: PacketAddress) throws(StorageError) -> PacketAddress? {
        guard case .plain(let plain)? = segment(at: address) else { return nil }
        var position = address.rawValue + 1
        while position < plain.end {
            let bytes = try plain.bytes(at: PacketAddress(rawValue: position), atMost: Self.readLength)
            let block = SegmentBlock(start: position, bytes: bytes)
            if let first = block.packets.first { return first.address }
            if position + Int64(bytes.count) >= plain.end { return nil }
            // An entry may begin in these bytes and end behind them.
            position += Int64(bytes.count - PacketEntryFormat.greatestLength)
        }
        return nil
    }

    private func block(at address: PacketAddress) throws(StorageError) -> SegmentBlock {
        switch try readableSegment(at: address) {
        case .plain(let plain):
            return SegmentBlock(start: address.rawValue, bytes: try plain.bytes(at: address, atMost: Self.readLength))
        case .closed(let range): return try closed.block(at: address, of: range)
        case .expired: throw damage(address)
        }
    }

    /// The segment that holds an address.
    private func readableSegment(at address: PacketAddress) throws(StorageError) -> Segment {
        if !isWritable, address >= end { try follow() }
        guard let segment = segment(at: address), address.rawValue < segment.end else { throw damage(address) }
        if case .expired(let range) = segment {
            throw StorageError(.expiredPackets, detail: "\(address.rawValue) (\(range.name))")
        }
        return segment
    }

    private func damage(_ address: PacketAddress) -> StorageError {
        guard let segment = segment(at: address) else {
            return StorageError(.damagedPacketLog, detail: "\(address.rawValue)")
        }
        let name =
            switch segment {
            case .plain(let plain): SegmentRange.digits(PacketAddress(rawValue: plain.start)) + SegmentPath.plainEnding
            case .closed(let range): range.name + SegmentPath.closedEnding
            case .expired(let range): range.name + SegmentPath.expiredEnding
            }
        return StorageError(.damagedPacketLog, detail: "\(address.rawValue) (\(name))")
    }

    /// The bytes behind the last whole entry of the last segment.
    static func strayBytes(behind last: Segment?) throws(StorageError) -> Int64 {
        guard case .plain(let last)? = last else { return 0 }
        return try FileDescriptor.length(of: last.descriptor) - last.length
    }

    private func cutTornTail() throws(StorageError) {
        guard isTorn.load(ordering: .relaxed), case .plain(let last)? = segments.withLock({ $0.last }) else { return }
        try writer.cut(last.descriptor, last.length)
        isTorn.store(false, ordering: .relaxed)
    }

    private func writableSegment() throws(StorageError) -> PlainSegment {
        if case .plain(let last)? = segments.withLock({ $0.last }), last.length < greatestSegmentBytes { return last }
        return try addSegment()
    }

    @discardableResult
    private func addSegment() throws(StorageError) -> PlainSegment {
        let fresh = try SegmentOpening.makeSegment(in: directory, at: end.rawValue)
        segments.withLock { $0.append(.plain(fresh)) }
        return fresh
    }
}
