import Foundation
import Testing

@testable import Storage

@Suite(.timeLimit(.minutes(15)))
struct SegmentClosingTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func log(isWritable: Bool = true) throws -> PacketLog {
        try PacketLog(directory: directory.path, isWritable: isWritable, greatestSegmentBytes: 20_000)
    }

    /// A log of random packets over several segments.
    private func fill(_ seed: UInt64, count: Int = 600) async throws -> (PacketLog, [LoggedPacket]) {
        var packets = MadeUpPackets(seed: seed)
        let log = try log()
        var logged: [LoggedPacket] = []
        var number = 0
        while number < count {
            let group = (number..<number + 1 + packets.next(below: 12)).map { packets.entry($0) }
            number += group.count
            let addresses = try await log.append(group)
            logged += zip(addresses, group).map { LoggedPacket(address: $0, entry: $1) }
        }
        return (log, logged)
    }

    private func all(_ log: PacketLog) throws -> [LoggedPacket] {
        var packets: [LoggedPacket] = []
        var position = log.start
        while let page = try Optional(log.read(from: position)), let last = page.last {
            packets += page
            position = log.address(after: last)
        }
        return packets
    }

    private func names(_ ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(ending) }.sorted()
    }

    private func closeAll(_ log: PacketLog) async throws {
        for range in log.endedSegments { try await log.closeSegment(range, key: MadeUpPackets.key) }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `closing a segment changes no address and no packet, whichever are closed`(seed: UInt64) async throws {
        let (log, logged) = try await fill(seed)
        var random = MadeUpPackets(seed: seed &+ 99)
        #expect(log.endedSegments.count > 2)
        for range in log.endedSegments where random.next(below: 2) == 0 {
            let summary = try await log.closeSegment(range, key: MadeUpPackets.key)
            let inside = logged.filter { range.contains($0.address) }
            #expect(summary.packetCount == inside.count)
            #expect(summary.earliestMilliseconds == inside.map(\.entry.receivedMilliseconds).min())
            #expect(summary.latestMilliseconds == inside.map(\.entry.receivedMilliseconds).max())
            #expect(try log.summary(of: range) == summary)
            try await log.verifySegment(range)
        }
        #expect(try all(log) == logged)
        for packet in logged { #expect(try log.packet(at: packet.address) == packet) }
        #expect(try all(self.log(isWritable: false)) == logged)
        let successor = try self.log()
        #expect(try all(successor) == logged)
        try await closeAll(successor)
        #expect(try all(successor) == logged)
        #expect(try names(".packets").count == 1)
        let more = try await successor.append([logged[0].entry])
        #expect(more == [logged.last.map { successor.address(after: $0) }])
        #expect(try all(log).count == logged.count)
    }

    @Test func `a packet of a segment of many blocks is read from its own block`() async throws {
        var packets = MadeUpPackets(seed: 11)
        let log = try PacketLog(directory: directory.path, greatestSegmentBytes: 1 << 20)
        let entries = (0..<7_000).map { packets.entry($0) }
        let addresses = try await log.append(entries)
        let logged = zip(addresses, entries).map { LoggedPacket(address: $0, entry: $1) }
        try await log.endSegment(ifReceivedBefore: .max)
        try await closeAll(log)
        let range = try #require(log.closedSegments.first)
        let blocks = try log.files.closed.file(range).blocks
        #expect(blocks.count > 3)
        #expect(blocks.allSatisfy { block in addresses.contains { $0.rawValue == block.start } })
        #expect(try all(log) == logged)
        for packet in logged.shuffled().prefix(200) { #expect(try log.packet(at: packet.address) == packet) }
        #expect(try find("MN-B", in: log, limit: 500) == filter(logged, "MN-B", .min, .max))
    }

    @Test(arguments: SegmentClosing.Step.allCases)
    func `a crash at any step of closing leaves a readable log, and it is closed afterwards`(
        step: SegmentClosing.Step
    ) async throws {
        let (log, logged) = try await fill(1)
        let range = try #require(log.endedSegments.first)
        let crash = StorageError(.fileSystem, detail: "crash")
        #expect(throws: crash) {
            _ = try log.files.closeSegment(range, key: MadeUpPackets.key) { reached throws(StorageError) in
                if reached == step { throw crash }
            }
        }
        #expect(try all(log) == logged)
        #expect(try all(self.log(isWritable: false)) == logged)
        let successor = try self.log()
        #expect(try names(".part").isEmpty)
        #expect(try all(successor) == logged)
        try await closeAll(successor)
        #expect(try all(successor) == logged)
        #expect(try names(".packets").count == 1)
        #expect(try find(nil, in: successor) == logged)
    }

    @Test func `a reader beside the server sees what is added, closed and removed, at the addresses it knows`()
        async throws
    {
        let (log, first) = try await fill(4)
        let reader = try self.log(isWritable: false)
        #expect(try all(reader) == first)
        let entry = first[0].entry
        let later = try await log.append([entry, entry])
        // By its address it is found at once; a walk through the log sees it when the log was followed.
        #expect(try reader.packet(at: later[1]).entry == entry)
        try await log.endSegment(ifReceivedBefore: .max)
        let last = try await log.append([entry])
        try reader.follow()
        let whole = try all(log)
        #expect(whole.count == first.count + 3)
        #expect(try all(reader) == whole)
        #expect(try find(nil, in: reader) == whole)
        try await closeAll(log)
        // Before it hears of it, too: it holds the files open.
        #expect(try all(reader) == whole)
        try reader.follow()
        #expect(reader.closedSegments == log.closedSegments)
        #expect(try all(reader) == whole)
        #expect(try reader.packet(at: last[0]).entry == entry)
        let range = try #require(log.closedSegments.first)
        try log.removeSegment(range, note: "")
        try reader.follow()
        #expect(reader.expiredSegments == [range])
        #expect(throws: StorageError.self) { try reader.packet(at: range.start) }
    }

    @Test func `a reader does not take half a packet for one`() async throws {
        let (log, first) = try await fill(5)
        let reader = try self.log(isWritable: false)
        let path = directory.path + "/" + (try #require(names(".packets").last))
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        let whole = PacketBatch([first[0].entry]).bytes
        try file.write(contentsOf: whole.prefix(whole.count / 2))
        try reader.follow()
        #expect(reader.durableEnd == log.durableEnd)
        try file.write(contentsOf: whole.dropFirst(whole.count / 2))
        try reader.follow()
        #expect(try all(reader).count == first.count + 1)
    }

    @Test func `a draft cut off in the middle of a write is thrown away`() async throws {
        let (_, logged) = try await fill(2)
        try Data([1, 2, 3]).write(
            to: URL(fileURLWithPath: directory.path + "/0000000000000000-0000000000004e20.packets.zst.part"))
        #expect(try all(log(isWritable: false)) == logged)
        #expect(try names(".part").count == 1)
        #expect(try all(log()) == logged)
        #expect(try names(".part").isEmpty)
    }

    @Test func `damage inside a segment keeps its address when the segment is closed`() async throws {
        let (log, logged) = try await fill(3)
        let path = directory.path + "/" + (try #require(names(".packets").first))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[Int(logged[5].address.rawValue) + 20] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let successor = try self.log()
        try await closeAll(successor)
        #expect(throws: StorageError.self) { try successor.packet(at: logged[5].address) }
        for packet in logged where packet != logged[5] { #expect(try successor.packet(at: packet.address) == packet) }
        #expect(try successor.read(from: log.start) == Array(logged[..<5]))
    }

    @Test func `every byte of a closed segment is covered: a flipped bit is noticed and gives no other packet`()
        async throws
    {
        let (log, logged) = try await fill(4, count: 150)
        try await closeAll(log)
        let path = directory.path + "/" + (try #require(names(".packets.zst").first))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let range = try #require(log.closedSegments.first)
        let whole = logged.filter { range.contains($0.address) }
        let firsts = try log.files.closed.file(range).blocks.map { block in
            try #require(whole.first { $0.address.rawValue == block.start })
        }
        for offset in bytes.indices {
            var damaged = bytes
            damaged[offset] ^= 1 << UInt8(offset % 8)
            try damaged.write(to: URL(fileURLWithPath: path))
            let reader = ClosedSegments(directory: directory.path)
            var noticed = 0
            // The first packet of each block, and with it all of them.
            for packet in firsts {
                do throws(StorageError) {
                    let block = try reader.block(at: packet.address, of: range)
                    #expect(block.packets == whole.filter { $0.address >= packet.address })
                } catch {
                    #expect(error.code == .damagedPacketLog)
                    #expect(error.detail.contains(range.name))
                    noticed += 1
                }
            }
            #expect(noticed > 0, "byte \(offset)")
        }
    }

    @Test func `a segment ends when its first packet is a day old, and an empty one never`() async throws {
        let log = try log()
        try await log.endSegment(ifReceivedBefore: .max)
        #expect(log.endedSegments.isEmpty)
        var packets = MadeUpPackets(seed: 5)
        let entry = packets.entry(0)
        try await log.append([entry])
        try await log.endSegment(ifReceivedBefore: entry.receivedMilliseconds)
        #expect(log.endedSegments.isEmpty)
        try await log.endSegment(ifReceivedBefore: entry.receivedMilliseconds + 1)
        #expect(log.endedSegments.count == 1)
        let next = try await log.append([packets.entry(1)])
        #expect(next.first == log.endedSegments.first?.end)
    }

    private func find(
        _ device: String?, in log: PacketLog, from: Int64 = .min, to: Int64 = .max, limit: Int = 7
    ) throws -> [LoggedPacket] {
        var found: [LoggedPacket] = []
        while true {
            let page = try log.find(
                device: device, key: MadeUpPackets.key, from: from, to: to, after: found.last?.address, limit: limit)
            if page.isEmpty { return found }
            #expect(page.count <= limit)
            found += page
        }
    }

    /// What a search must find: the filter of everything.
    private func filter(_ logged: [LoggedPacket], _ device: String?, _ from: Int64, _ to: Int64) -> [LoggedPacket] {
        logged.filter { packet in
            let isOfDevice = device.map { MadeUpPackets.key.key(packet.entry.raw) == $0 } ?? true
            return isOfDevice && packet.entry.receivedMilliseconds >= from && packet.entry.receivedMilliseconds < to
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `a search finds what a look at every packet finds`(seed: UInt64) async throws {
        let (log, logged) = try await fill(seed)
        var random = MadeUpPackets(seed: seed &+ 7)
        for range in log.endedSegments where random.next(below: 3) > 0 {
            try await log.closeSegment(range, key: MadeUpPackets.key)
        }
        let reader = try self.log(isWritable: false)
        for device in [nil, "MN-Z"] + MadeUpPackets.devices.map(Optional.some) {
            let start = 1_795_000_000_000 + Int64(random.next(below: 600_000))
            for (from, to) in [(Int64.min, Int64.max), (start, start + 90_000), (start, start), (.min, start)] {
                let expected = filter(logged, device, from, to)
                #expect(try find(device, in: log, from: from, to: to) == expected)
                #expect(try find(device, in: reader, from: from, to: to, limit: 1_000) == expected)
            }
        }
        // What comes later is found by the index that was made before.
        let later = try await log.append([random.entry(601)])
        #expect(try find(nil, in: log).last?.address == later.last)
        #expect(try find("MN-A", in: log) == filter(all(log), "MN-A", .min, .max))
    }

    @Test func `a missing index is made again, and a flipped bit in one gives no wrong answer`() async throws {
        let (log, logged) = try await fill(6, count: 150)
        try await closeAll(log)
        let path = directory.path + "/" + (try #require(names(".index").first))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try FileManager.default.removeItem(atPath: path)
        #expect(try find("MN-A", in: log) == filter(logged, "MN-A", .min, .max))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        let range = try #require(log.closedSegments.first)
        for offset in bytes.indices {
            var damaged = bytes
            damaged[offset] ^= 1 << UInt8(offset % 8)
            try damaged.write(to: URL(fileURLWithPath: path))
            let file = SegmentIndexFile(path: path, range: range, key: MadeUpPackets.key)
            let postings = MadeUpPackets.devices.map { file?.postings(of: PacketKey.bytes($0)) }
            #expect(postings.contains { $0 == nil }, "byte \(offset)")
            let device = MadeUpPackets.devices[offset % MadeUpPackets.devices.count]
            #expect(try find(device, in: log, limit: 1_000) == filter(logged, device, .min, .max))
        }
    }

    @Test func `an index of other keys is made again`() async throws {
        let (log, logged) = try await fill(7)
        try await closeAll(log)
        let verdicts = PacketKey(version: 2) { "\($0.count % 3)" }
        let found = try log.find(device: "1", key: verdicts, limit: 10_000)
        #expect(found == logged.filter { $0.entry.raw.count % 3 == 1 })
    }

    @Test func `what was removed after its time is called so, and is no damage`() async throws {
        let (log, logged) = try await fill(8)
        try await closeAll(log)
        let range = try #require(log.closedSegments.first)
        let rest = logged.filter { !range.contains($0.address) }
        try log.removeSegment(range, note: "{}")
        func check(_ log: PacketLog) throws {
            #expect(log.expiredSegments == [range])
            #expect(log.start == range.end)
            #expect(try all(log) == rest)
            #expect(try find(nil, in: log) == rest)
            #expect(try find("MN-A", in: log) == filter(rest, "MN-A", .min, .max))
            #expect { try log.packet(at: logged[0].address) } throws: { ($0 as? StorageError)?.code == .expiredPackets }
            #expect { try log.read(from: logged[0].address) } throws: { ($0 as? StorageError)?.code == .expiredPackets }
        }
        try check(log)
        try check(self.log(isWritable: false))
        try check(self.log())
        try log.removeSegment(range, note: "{}")
        #expect(try names(".expired").count == 1)
        #expect(try names(range.name + ".packets.zst").isEmpty)
    }

    @Test func `a removal that a crash cut off is finished when the log is opened`() async throws {
        let (log, logged) = try await fill(9)
        try await closeAll(log)
        let range = try #require(log.closedSegments.first)
        try Data().write(to: URL(fileURLWithPath: SegmentPath.expired(range, in: directory.path)))
        #expect(try names(range.name + ".packets.zst").count == 1)
        #expect(try all(self.log()) == logged.filter { !range.contains($0.address) })
        #expect(try names(range.name + ".packets.zst").isEmpty)
        #expect(try names(range.name + ".index").isEmpty)
    }
}
