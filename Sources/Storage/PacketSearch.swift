/// One look through the segments for the packets of a device and a span of time.
struct PacketSearch {
    let files: SegmentFiles
    /// The device's key as indexes hold it, nil for all.
    let name: [UInt8]?
    let key: PacketKey
    let received: Range<Int64>
    /// What stands from this address on is not asked for, or came after the search began.
    let end: PacketAddress

    func run(after: PacketAddress?, limit: Int) throws(StorageError) -> [LoggedPacket] {
        var found: [LoggedPacket] = []
        for segment in files.all {
            if let after, segment.end <= after.rawValue { continue }
            if segment.start >= end.rawValue { break }
            if let name {
                try find(name, in: segment, after: after, limit: limit, into: &found)
            } else {
                try scan(segment, after: after, limit: limit, into: &found)
            }
            if found.count >= limit { break }
        }
        return found
    }

    private func find(
        _ name: [UInt8], in segment: SegmentFiles.Segment, after: PacketAddress?, limit: Int,
        into found: inout [LoggedPacket]
    ) throws(StorageError) {
        let missing = limit - found.count
        for address in try addresses(of: name, in: segment, after: after?.rawValue ?? -1, limit: missing) {
            guard address < end.rawValue else { return }
            let packet = try files.packet(at: PacketAddress(rawValue: address))
            // An index is no evidence: the packet itself says whose it is and when it came.
            guard received.contains(packet.entry.receivedMilliseconds), key.bytes(of: packet.entry.raw) == name else {
                throw StorageError(.damagedPacketLog, detail: "\(address) (\(SegmentPath.indexEnding))")
            }
            found.append(packet)
        }
    }

    private func addresses(
        of name: [UInt8], in segment: SegmentFiles.Segment, after: Int64, limit: Int
    ) throws(StorageError) -> [Int64] {
        switch segment {
        case .expired: return []
        case .plain(let plain):
            return try plain.withIndex(key) { index in
                index.postings[name]?.addresses(after: after, received: received, limit: limit) ?? []
            }
        case .closed(let range):
            let path = SegmentPath.index(range, in: files.directory)
            if let file = SegmentIndexFile(path: path, range: range, key: key) {
                if !file.mayHold(received) { return [] }
                if let postings = file.postings(of: name) {
                    return postings.addresses(after: after, received: received, limit: limit)
                }
            }
            let index = try files.closed.index(range, key: key)
            if files.isWritable {
                // The answer is there without it; if it cannot be kept now, it is made again.
                try? FileDescriptor.replace(path, with: SegmentIndexFile.bytes(index, range: range, key: key))
            }
            return index.postings[name]?.addresses(after: after, received: received, limit: limit) ?? []
        }
    }

    private func scan(
        _ segment: SegmentFiles.Segment, after: PacketAddress?, limit: Int, into found: inout [LoggedPacket]
    ) throws(StorageError) {
        switch segment {
        case .expired: return
        case .plain: break
        case .closed(let range):
            let summary = try files.closed.file(range).summary
            let isOutside =
                summary.earliestMilliseconds >= received.upperBound
                || summary.latestMilliseconds < received.lowerBound
            if isOutside { return }
        }
        let stop = min(end, PacketAddress(rawValue: segment.end))
        var position = PacketAddress(rawValue: segment.start)
        if let after, after >= position { position = PacketEntryFormat.address(after: try files.packet(at: after)) }
        while position < stop {
            let packets = try files.read(from: position, to: stop)
            guard let last = packets.last else { return }
            position = PacketEntryFormat.address(after: last)
            for packet in packets where received.contains(packet.entry.receivedMilliseconds) {
                found.append(packet)
                if found.count == limit { return }
            }
        }
    }
}
