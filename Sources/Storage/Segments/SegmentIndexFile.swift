internal import Glibc

/// The index of a closed segment on disk: a head, the devices in order, then the packets of each.
///
/// Head, list and the packets of each device carry checksums of their own, so that one device is found without reading
/// the others. Nothing is lost with an index: it is made again from its segment.
struct SegmentIndexFile {
    private static let mark = Array("QHX1".utf8)
    private static let headLength = 64
    /// Offset, length, number and checksum of a device's packets.
    private static let placeLength = 20

    let earliest: Int64
    let latest: Int64
    private let start: Int64
    private let places: [UInt8]
    private let descriptor: SharedDescriptor

    /// The bytes of an index.
    static func bytes(_ index: SegmentIndex, range: SegmentRange, key: PacketKey) -> [UInt8] {
        var places: [UInt8] = []
        var postings: [UInt8] = []
        for (name, found) in index.postings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let offset = postings.count
            var address = range.start.rawValue
            var received = index.earliest
            for (nextAddress, nextReceived) in zip(found.addresses, found.received) {
                LittleEndian.appendShort(UInt64(nextAddress - address), to: &postings)
                LittleEndian.appendShort(LittleEndian.folded(nextReceived - received), to: &postings)
                (address, received) = (nextAddress, nextReceived)
            }
            places.append(UInt8(name.count))
            places += name
            LittleEndian.append(UInt64(offset), to: &places)
            LittleEndian.append(UInt32(postings.count - offset), to: &places)
            LittleEndian.append(UInt32(found.addresses.count), to: &places)
            LittleEndian.append(PacketEntryFormat.checksum(postings[offset...]), to: &places)
        }
        var head = mark
        LittleEndian.append(key.version, to: &head)
        LittleEndian.append(range.start.rawValue, to: &head)
        LittleEndian.append(range.end.rawValue, to: &head)
        LittleEndian.append(Int64(index.packetCount), to: &head)
        LittleEndian.append(index.earliest, to: &head)
        LittleEndian.append(index.latest, to: &head)
        LittleEndian.append(UInt64(places.count), to: &head)
        LittleEndian.append(PacketEntryFormat.checksum(places[...]), to: &head)
        LittleEndian.append(PacketEntryFormat.checksum(head[...]), to: &head)
        return head + places + postings
    }

    /// The bytes of an index as they are on disk; nil when it is not there.
    static func stored(at path: String) -> [UInt8]? {
        guard let descriptor = try? FileDescriptor.open(path, O_RDONLY) else { return nil }
        defer { FileDescriptor.close(descriptor) }
        guard let length = try? FileDescriptor.length(of: descriptor) else { return nil }
        return try? FileDescriptor.read(descriptor, at: 0, count: Int(length))
    }

    /// The version of the keys that an index was made for; nil when its head is damaged.
    static func version(of bytes: [UInt8]) -> UInt32? {
        guard bytes.count >= headLength, bytes.starts(with: mark),
            PacketEntryFormat.checksum(bytes[..<60]) == LittleEndian.read(UInt32.self, bytes, at: 60)
        else { return nil }
        return LittleEndian.read(UInt32.self, bytes, at: 4)
    }

    /// Opens an index.
    ///
    /// - Returns: nil when it is not there, is damaged, or was made for other keys.
    init?(path: String, range: SegmentRange, key: PacketKey) {
        guard let opened = try? FileDescriptor.open(path, O_RDONLY) else { return nil }
        descriptor = SharedDescriptor(opened)
        guard let head = try? FileDescriptor.read(opened, at: 0, count: Self.headLength), head.count == Self.headLength,
            head.starts(with: Self.mark),
            PacketEntryFormat.checksum(head[..<60]) == LittleEndian.read(UInt32.self, head, at: 60),
            LittleEndian.read(UInt32.self, head, at: 4) == key.version,
            LittleEndian.read(Int64.self, head, at: 8) == range.start.rawValue,
            LittleEndian.read(Int64.self, head, at: 16) == range.end.rawValue
        else { return nil }
        earliest = LittleEndian.read(Int64.self, head, at: 32)
        latest = LittleEndian.read(Int64.self, head, at: 40)
        let length = Int(clamping: LittleEndian.read(UInt64.self, head, at: 48))
        guard let all = try? FileDescriptor.length(of: opened), length <= all,
            let places = try? FileDescriptor.read(opened, at: Int64(Self.headLength), count: length),
            places.count == length,
            PacketEntryFormat.checksum(places[...]) == LittleEndian.read(UInt32.self, head, at: 56)
        else { return nil }
        self.places = places
        start = range.start.rawValue
    }

    /// Whether anything was received in a span of time, as far as the first and the last time tell.
    func mayHold(_ span: Range<Int64>) -> Bool { earliest < span.upperBound && latest >= span.lowerBound }

    /// The packets of a device, none when it sent none.
    ///
    /// - Returns: nil when they are damaged.
    func postings(of name: [UInt8]) -> SegmentIndex.Postings? {
        var offset = 0
        while offset < places.count {
            let nameEnd = offset + 1 + Int(places[offset])
            guard nameEnd + Self.placeLength <= places.count else { return nil }
            if places[offset + 1..<nameEnd].elementsEqual(name) { return postings(at: nameEnd) }
            offset = nameEnd + Self.placeLength
        }
        return SegmentIndex.Postings()
    }

    private func postings(at place: Int) -> SegmentIndex.Postings? {
        let offset = Int64(clamping: LittleEndian.read(UInt64.self, places, at: place))
        let length = Int(LittleEndian.read(UInt32.self, places, at: place + 8))
        let count = Int(LittleEndian.read(UInt32.self, places, at: place + 12))
        let base = Int64(Self.headLength + places.count)
        guard
            let bytes = try? FileDescriptor.read(descriptor.rawValue, at: base &+ offset, count: length),
            bytes.count == length,
            PacketEntryFormat.checksum(bytes[...]) == LittleEndian.read(UInt32.self, places, at: place + 16)
        else { return nil }
        var found = SegmentIndex.Postings()
        var position = 0
        var (address, received) = (start, earliest)
        for _ in 0..<count {
            guard let step = LittleEndian.readShort(bytes, at: &position),
                let pause = LittleEndian.readShort(bytes, at: &position)
            else { return nil }
            address &+= Int64(truncatingIfNeeded: step)
            received &+= LittleEndian.unfolded(pause)
            found.addresses.append(address)
            found.received.append(received)
        }
        return found
    }
}
