internal import Foundation
internal import Glibc
internal import Synchronization

/// The files of the packet log: each named by the address at which it starts, read and written by address.
final class SegmentFiles: Sendable {
    /// As much as one read returns: large enough to be sequential, small enough to hold.
    private static let readLength = 1 << 20

    private struct Segment {
        let start: Int64
        let descriptor: Int32
        var length: Int64
    }

    private let directory: String
    private let writer: SegmentWriter
    private let leastFreeBytes: Int64
    private let segments: Mutex<[Segment]>
    /// Whether bytes of a group that failed may stand behind the last entry. Only who appends looks at it.
    private let isTorn = Atomic(false)

    /// - Parameter leastFreeBytes: what must be left on the file system behind a group.
    init(directory: String, isWritable: Bool, leastFreeBytes: Int64, writer: SegmentWriter) throws(StorageError) {
        self.directory = directory
        self.leastFreeBytes = leastFreeBytes
        self.writer = writer
        if isWritable { try FileDescriptor.makeDirectory(directory) }
        var opened: [Segment] = []
        for name in try FileDescriptor.names(in: directory).sorted() where name.hasSuffix(".packets") {
            guard let start = Int64(name.dropLast(".packets".count), radix: 16) else { continue }
            let path = "\(directory)/\(name)"
            let descriptor = try FileDescriptor.open(path, isWritable ? O_RDWR : O_RDONLY)
            opened.append(
                Segment(start: start, descriptor: descriptor, length: try FileDescriptor.length(of: descriptor)))
        }
        if var last = opened.popLast() {
            let sound = try Self.soundLength(of: last)
            if sound < last.length, isWritable {
                try FileDescriptor.truncate(last.descriptor, to: sound)
            }
            last.length = sound
            opened.append(last)
        } else if isWritable {
            opened.append(try Self.makeSegment(in: directory, at: 0))
        }
        segments = Mutex(opened)
    }

    deinit { segments.withLock { for segment in $0 { FileDescriptor.close(segment.descriptor) } } }

    var start: PacketAddress { PacketAddress(rawValue: segments.withLock { $0.first?.start ?? 0 }) }

    var end: PacketAddress {
        PacketAddress(rawValue: segments.withLock { $0.last.map { $0.start + $0.length } ?? 0 })
    }

    /// Writes bytes behind the last entry and syncs them; on failure the file is as it was.
    ///
    /// - Returns: the address of the first byte.
    func append(_ bytes: [UInt8]) throws(StorageError) -> PacketAddress {
        var last = try writableSegment()
        if isTorn.load(ordering: .relaxed) {
            try writer.cut(last.descriptor, last.length)
            isTorn.store(false, ordering: .relaxed)
        }
        if let free = writer.freeBytes(last.descriptor), free < leastFreeBytes + Int64(bytes.count) {
            throw StorageError(.diskFull, detail: "\(directory): \(free) bytes free")
        }
        do throws(StorageError) {
            try writer.write(bytes, last.descriptor, last.length)
        } catch {
            // What was half written must not stand before the next group; where it cannot be cut now, it is before that.
            isTorn.store(true, ordering: .relaxed)
            if (try? writer.cut(last.descriptor, last.length)) != nil { isTorn.store(false, ordering: .relaxed) }
            throw error
        }
        let address = PacketAddress(rawValue: last.start + last.length)
        last.length += Int64(bytes.count)
        let grown = last
        segments.withLock { $0[$0.count - 1] = grown }
        return address
    }

    func read(from address: PacketAddress, to end: PacketAddress) throws(StorageError) -> [LoggedPacket] {
        guard address < end else { return [] }
        let (bytes, base) = try bytes(at: address, atMost: Self.readLength)
        var packets: [LoggedPacket] = []
        var offset = 0
        while let found = PacketEntryFormat.read(bytes, at: offset), base + Int64(offset) < end.rawValue {
            packets.append(
                LoggedPacket(address: PacketAddress(rawValue: base + Int64(offset)), entry: found.entry))
            offset = found.end
        }
        guard !packets.isEmpty else { throw StorageError(.damagedPacketLog, detail: "\(address.rawValue)") }
        return packets
    }

    func packet(at address: PacketAddress) throws(StorageError) -> LoggedPacket {
        let longest = PacketEntryFormat.prefixLength + PacketEntryFormat.greatestBodyLength
        let (bytes, _) = try bytes(at: address, atMost: longest)
        guard let found = PacketEntryFormat.read(bytes, at: 0) else {
            throw StorageError(.damagedPacketLog, detail: "\(address.rawValue)")
        }
        return LoggedPacket(address: address, entry: found.entry)
    }

    private func bytes(at address: PacketAddress, atMost count: Int) throws(StorageError) -> ([UInt8], Int64) {
        let segment = segments.withLock { all in all.last { $0.start <= address.rawValue } }
        guard let segment, address.rawValue < segment.start + segment.length else {
            throw StorageError(.damagedPacketLog, detail: "\(address.rawValue)")
        }
        let offset = address.rawValue - segment.start
        let length = Int(min(Int64(count), segment.length - offset))
        return (try FileDescriptor.read(segment.descriptor, at: offset, count: length), address.rawValue)
    }

    private func writableSegment() throws(StorageError) -> Segment {
        let last = segments.withLock { $0.last }
        if let last, last.length < PacketLog.greatestSegmentBytes { return last }
        let fresh = try Self.makeSegment(in: directory, at: end.rawValue)
        segments.withLock { $0.append(fresh) }
        return fresh
    }

    private static func makeSegment(in directory: String, at start: Int64) throws(StorageError) -> Segment {
        let digits = String(start, radix: 16)
        let name = String(repeating: "0", count: 16 - digits.count) + digits + ".packets"
        let descriptor = try FileDescriptor.open("\(directory)/\(name)", O_RDWR | O_CREAT)
        try FileDescriptor.syncDirectory(directory)
        return Segment(start: start, descriptor: descriptor, length: 0)
    }

    /// The length up to which the last segment holds whole entries.
    ///
    /// Bytes that are no entry are a torn tail only when no entry follows them; otherwise they are damage inside the
    /// log, which stays for `verify` to report.
    private static func soundLength(of segment: Segment) throws(StorageError) -> Int64 {
        let bytes = try FileDescriptor.read(segment.descriptor, at: 0, count: Int(segment.length))
        var offset = 0
        var sound = 0
        while offset < bytes.count {
            if let found = PacketEntryFormat.read(bytes, at: offset) {
                offset = found.end
                sound = offset
            } else {
                offset += 1
            }
        }
        return Int64(sound)
    }
}
