import HJ212
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Standards
import Storage
import Synchronization
import TestKit
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(15)))
struct RawLogTests {
    private static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    private static let mn = "DE00000000000000000000F1"
    private static let dayMilliseconds: Int64 = 86_400_000

    private let bureau: TestBureau
    private let hour = Instant(secondsSince1970: 1_795_298_400)

    init() async throws { bureau = try await TestBureau(Self.capabilities) }

    private var actor: Actor { TestBureau.actor(Self.capabilities) }
    private var log: PacketLog { bureau.book.archive.packets }
    private var keeper: SegmentKeeper {
        SegmentKeeper(book: bureau.book, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func bind() async throws {
        try await bureau.book.record(
            TestStation.registration(by: actor))
        try await bureau.book.record(
            RegistryActions.bind(
                device: Self.mn, to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")], by: actor))
    }

    private func raw(_ value: String = "35", mn: String = Self.mn, time: Instant? = nil) throws -> [UInt8] {
        let time = time ?? hour
        var writer = PacketWriter(
            qn: "20261122070000001", systemType: .ambientAir, command: .hourData, password: "123456", mn: mn,
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        let local = time.beijingDate
        let stamp = "\(local)".replacing("-", with: "") + (time.beijingHour < 10 ? "0" : "") + "\(time.beijingHour)0000"
        writer.add(["DataTime": stamp])
        writer.add(code: "a34004", [(.average, value), (.flag, "N")])
        return try writer.frame()
    }

    private func entry(_ raw: [UInt8], at milliseconds: Int64? = nil, verdict: PacketVerdict = .accepted) -> PacketEntry
    {
        PacketEntry(
            receivedMilliseconds: milliseconds ?? bureau.clock.milliseconds, peer: "10.0.0.1:5000",
            verdict: verdict.rawValue, raw: raw)
    }

    /// Works until nothing is left to be closed.
    private func closeAll() async throws { while try await keeper.work() {} }

    private var segments: [RecordedSegment] {
        get async throws { try await bureau.book.database.read { try SegmentStore.segments(in: $0) } }
    }

    // MARK: - Closing

    @Test func `a segment a day old is closed and what it holds is on record`() async throws {
        try await log.append([entry(try raw()), entry(try raw("36", mn: "xx01"))])
        try await closeAll()
        #expect(try await segments.isEmpty)
        bureau.clock.advance(seconds: 86_401)
        try await closeAll()
        let range = try #require(log.closedSegments.first)
        #expect(try await segments.map(\.summary) == [log.summary(of: range)])
        #expect(try await segments.map(\.parser) == [PacketParser.version])
        let record = try await bureau.book.database.read { try RecordStore.record(1, in: $0) }
        #expect(record?.action == "gateway.segment.closed")
        #expect(record?.actor == "system")
        #expect(record?.body["packets"]?.integer == 2)
        #expect(try log.find(device: "XX01", key: .device, limit: 9).count == 1)
        // Nothing more to say of it, also after a restart.
        try await closeAll()
        #expect(try await segments.count == 1)
    }

    @Test func `a segment that was closed when the server died is put on record afterwards`() async throws {
        try await log.append([entry(try raw())])
        try await log.endSegment(ifReceivedBefore: .max)
        let range = try #require(log.endedSegments.first)
        let summary = try await log.closeSegment(range, key: .device)
        #expect(try await segments.isEmpty)
        try await closeAll()
        #expect(try await segments.map(\.summary) == [summary])
    }

    @Test func `tables are made again from closed segments as from open ones`() async throws {
        try await bind()
        for number in 0..<40 {
            try await log.append([entry(try raw("\(number)", time: hour.adding(seconds: -3_600 * number)))])
            if number % 10 == 9 { try await log.endSegment(ifReceivedBefore: .max) }
        }
        try await bureau.projectAllPackets()
        try await closeAll()
        #expect(log.closedSegments.count == 4)
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    // MARK: - Removal

    /// Packets of an unregistered device received so many years ago, closed and projected.
    private func fillOld(years: Int64 = 6, mn: String = "OLD1") async throws {
        let old = bureau.clock.milliseconds - years * 366 * Self.dayMilliseconds
        for number in 0..<3 {
            let measured = Instant(secondsSince1970: old / 1000 - 3_600)
            try await log.append([entry(try raw(mn: mn, time: measured), at: old + Int64(number))])
            try await log.endSegment(ifReceivedBefore: .max)
        }
        try await log.append([entry(try raw(mn: mn))])
        try await bureau.projectAllPackets()
        try await closeAll()
    }

    private var fiveYearsAgo: CivilDate {
        SegmentActions.firstKeptDay(on: Instant(secondsSince1970: bureau.clock.milliseconds / 1000).beijingDate)
    }

    @Test func `packets go after five years, on record, and their addresses say that they went`() async throws {
        try await fillOld()
        let expiry = PacketExpiry(book: bureau.book)
        let due = try await expiry.due(before: fiveYearsAgo)
        #expect(due.count == 3)
        let first = try log.packet(at: log.start)
        try await expiry.remove(due, before: fiveYearsAgo, reason: "保存期满", by: actor)
        #expect { try log.packet(at: first.address) } throws: { ($0 as? StorageError)?.code == .expiredPackets }
        #expect(log.start == due.last?.range.end)
        let sequence = try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
        let record = try await bureau.book.database.read { try RecordStore.record(sequence, in: $0) }
        #expect(record?.action == "gateway.packets.expired")
        #expect(record?.actor == actor.id)
        #expect(record?.body["reason"]?.text == "保存期满")
        #expect(record?.body["packets"]?.integer == 3)
        #expect(record?.body["segments"]?.elements?.compactMap { $0["sha256"]?.text } == due.map(\.contentHash))
        #expect(try await segments.map(\.expiredBy) == [sequence, sequence, sequence])
        // Who registers the device later is not held up by packets that are gone.
        let waiting = try await bureau.book.database.read { connection in
            try connection.first("SELECT count(*) AS n FROM packet_quarantine") { try $0.integer("n") }
        }
        #expect(waiting == 1)
        #expect(try await expiry.due(before: fiveYearsAgo).isEmpty)
        try await bureau.book.rebuild()
    }

    @Test func `a removal on record that a crash held up is finished`() async throws {
        try await fillOld()
        let expiry = PacketExpiry(book: bureau.book)
        let due = try await expiry.due(before: fiveYearsAgo)
        try await bureau.book.record(
            SegmentActions.expired(due, before: Instant(beijing: fiveYearsAgo), reason: "保存期满", by: actor))
        #expect(log.closedSegments.count == 3)
        try await closeAll()
        #expect(log.closedSegments.isEmpty)
        #expect(log.expiredSegments == due.map(\.range))
    }

    @Test func `packets younger than five years stay, whatever is asked`() async throws {
        try await fillOld(years: 4)
        let expiry = PacketExpiry(book: bureau.book)
        #expect(try await expiry.due(before: fiveYearsAgo).isEmpty)
        let tomorrow = CivilDate(daysSince1970: fiveYearsAgo.daysSince1970 + 1)
        await #expect { try await expiry.due(before: tomorrow) } throws: { ($0 as? RecordsError)?.field == "before" }
        let all = try await segments.map(\.summary)
        for (day, field) in [(tomorrow, "before"), (fiveYearsAgo, "segments")] {
            await #expect {
                try await bureau.book.record(
                    SegmentActions.expired(all, before: Instant(beijing: day), reason: "磁盘不足", by: actor))
            } throws: { ($0 as? RecordsError)?.field == field }
        }
        #expect(log.closedSegments.count == 3)
    }

    @Test func `packets on which readings rest are not removed, for rebuild would lose the readings`() async throws {
        try await bind()
        try await fillOld(mn: Self.mn)
        let expiry = PacketExpiry(book: bureau.book)
        let due = try await expiry.due(before: fiveYearsAgo)
        #expect(due.count == 3)
        let refused = try #require(due.first)
        await #expect(throws: ExpiryRefusal(segment: refused.range, address: refused.range.start)) {
            try await expiry.remove(due, before: fiveYearsAgo, reason: "保存期满", by: actor)
        }
        #expect(log.closedSegments.count == 3)
        #expect(try await segments.allSatisfy { $0.expiredBy == nil })
    }

    @Test func `a removal names a reason, and starts with the oldest packets`() async throws {
        try await fillOld()
        let due = try await PacketExpiry(book: bureau.book).due(before: fiveYearsAgo)
        let before = Instant(beijing: fiveYearsAgo)
        for (segments, reason) in [(due, ""), (Array(due.dropFirst()), "保存期满"), ([], "保存期满")] {
            await #expect(throws: RecordsError.self) {
                try await bureau.book.record(
                    SegmentActions.expired(segments, before: before, reason: reason, by: actor))
            }
        }
    }

    // MARK: - Re-parse

    private func differences(_ filter: PacketReparse.Filter = PacketReparse.Filter()) async throws -> [String] {
        let found = Mutex<[String]>([])
        let tally = try await PacketReparse(book: bureau.book, filter: filter).run { difference in
            found.withLock { $0.append("\(difference.kindName) \(difference.mn) \(difference.code ?? "-")") }
        }
        let all = found.withLock { $0 }
        #expect(tally.differences == all.count)
        return all
    }

    @Test func `what is projected by the present parser has no differences`() async throws {
        try await bind()
        for number in 0..<50 {
            let value = number == 7 ? "" : "\(number)"
            try await log.append([entry(try raw(value, time: hour.adding(seconds: -3_600 * number)))])
            if number == 20 { try await log.endSegment(ifReceivedBefore: .max) }
        }
        try await log.append([entry(try raw(mn: "UNKNOWN"))])
        try await bureau.projectAllPackets()
        try await closeAll()
        #expect(try await differences() == [])
    }

    @Test func `another value, a reading more, a reading less and another verdict are found`() async throws {
        try await bind()
        try await log.append([
            entry(try raw("35")), entry(try raw("36", time: hour.adding(seconds: -3_600))),
            entry(try raw("37", time: hour.adding(seconds: -7_200)), verdict: .wrongChecksum),
        ])
        try await bureau.projectAllPackets()
        let (first, second) = (log.start, log.address(after: try log.packet(at: log.start)))
        // As another parser would have left it.
        try await bureau.book.database.write { connection in
            try connection.execute("UPDATE reading SET significand = 99 WHERE position = \(first.rawValue)")
            try connection.execute("DELETE FROM reading WHERE position = \(second.rawValue)")
            try connection.execute(
                """
                INSERT INTO reading (start, series, arrived, source, position, significand, scale, below, flag)
                SELECT start - 7200, series, arrived, source, position, 1, 0, 0, 'N' FROM reading
                WHERE position = \(first.rawValue)
                """)
        }
        let found = [
            "value \(Self.mn) a34004", "new \(Self.mn) a34004", "verdict \(Self.mn) -", "missing \(Self.mn) a34004",
        ]
        #expect(try await differences() == found)
        #expect(try await differences(PacketReparse.Filter(mn: Self.mn.lowercased())) == found)
        #expect(try await differences(PacketReparse.Filter(mn: "XX01")) == [])
        #expect(try await differences(PacketReparse.Filter(received: 0..<1)) == [])
    }

    @Test func `frames are judged from the log as they were when they came`() async throws {
        var stream: [UInt8] = []
        for number in 0..<30 {
            var frame = try raw("\(number)")
            switch number % 5 {
            case 1: frame[60] ^= 1
            case 2: frame.removeLast(20)
            case 3: frame[3] = UInt8(ascii: "9")
            default: break
            }
            stream += frame
        }
        let devices = try await DeviceDirectory.open(bureau.book)
        let intake = PacketIntake(devices: devices, capturesUnknown: true, tally: GatewayTally())
        var scanner = FrameScanner()
        scanner.feed(stream)
        var frames: [Frame] = []
        while let frame = scanner.next() { frames.append(frame) }
        frames += scanner.flush()
        let taken = intake.take(frames, from: "10.0.0.1:1", receivedMilliseconds: bureau.clock.milliseconds)
        let entries = taken.entries.entries
        #expect(Set(entries.map(\.verdict)).count > 2)
        try await log.append(entries)
        try await bureau.projectAllPackets()
        #expect(try await differences() == [])
    }
}
