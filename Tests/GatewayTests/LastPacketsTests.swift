import HJ212
import Records
import Storage
import TestKit
import Testing

@testable import Gateway

struct LastPacketsTests {
    /// 2026-11-22T08:00:00+08:00.
    private static let now: Int64 = 1_795_305_600_000

    /// Packets of two devices by turns, so many minutes before now, the oldest first.
    private func bureau(_ minutesAgo: [Int64]) async throws -> TestBureau {
        let bureau = try await TestBureau([])
        let entries = try minutesAgo.flatMap { minutes in
            try ["A", "B"].map { mn in
                var writer = PacketWriter(
                    qn: "20261122070000000", systemType: .ambientAir, command: .realtimeData, password: "123456",
                    mn: mn, flag: PacketFlag(version: .v2017, wantsAnswer: true))
                writer.add(["DataTime": "20261122070000"])
                return PacketEntry(
                    receivedMilliseconds: Self.now - minutes * 60_000, peer: "10.0.0.1:5", verdict: 0,
                    raw: try writer.frame())
            }
        }
        try await bureau.book.archive.packets.append(entries)
        return bureau
    }

    private func minutes(_ packets: [LoggedPacket]) -> [Int64] {
        packets.map { (Self.now - $0.entry.receivedMilliseconds) / 60_000 }
    }

    @Test func `the last packets of a device come newest first, however long ago they are`() async throws {
        let bureau = try await bureau([500_000, 50_000, 3_000, 200, 9, 8, 0])
        let last = LastPackets(of: "B", through: Self.now, in: bureau.book.archive.packets)
        #expect(minutes(try last.find(1)) == [0])
        #expect(minutes(try last.find(3)) == [0, 8, 9])
        #expect(minutes(try last.find(5)) == [0, 8, 9, 200, 3_000])
        #expect(minutes(try last.find(50)) == [0, 8, 9, 200, 3_000, 50_000, 500_000])
        #expect(try last.find(50).allSatisfy { Packet(kept: $0.entry.raw)?.deviceNumber == "B" })
    }

    @Test func `what does not fit and what came later is passed over`() async throws {
        let bureau = try await bureau([3_000, 200, 9, 8, 0])
        let log = bureau.book.archive.packets
        let before = LastPackets(of: "A", through: Self.now - 9 * 60_000, in: log)
        #expect(minutes(try before.find(2)) == [9, 200])
        let old = try LastPackets(of: "A", through: Self.now, in: log).find(1) {
            $0.entry.receivedMilliseconds < Self.now - 1_000 * 60_000
        }
        #expect(minutes(old) == [3_000])
        #expect(try LastPackets(of: "NOBODY", through: Self.now, in: log).find(5).isEmpty)
    }
}
