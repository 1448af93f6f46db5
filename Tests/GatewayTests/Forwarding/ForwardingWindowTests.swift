import HJ212
import Storage
import Testing

@testable import Gateway

struct ForwardingWindowTests {
    private func packet(_ number: Int, isAnswered: Bool = true) throws -> ForwardedPacket {
        let record = try PacketWriter(
            qn: "2026112207000000\(number)", systemType: .ambientAir, command: .hourData, password: "1", mn: "A",
            flag: PacketFlag(version: .v2017, wantsAnswer: true)
        ).frame()
        let packet = try #require(Packet(record: record))
        return ForwardedPacket(
            address: PacketAddress(rawValue: Int64(number) * 100), key: isAnswered ? .init(packet) : nil,
            first: Array("first\(number) ".utf8), again: Array("again\(number) ".utf8))
    }

    private func window(_ packets: [ForwardedPacket]) -> ForwardingWindow {
        var window = ForwardingWindow(
            from: PacketAddress(rawValue: 0), capacity: 4, answerMilliseconds: 1_000, greatestSends: 3)
        window.add(packets, lookedThroughTo: PacketAddress(rawValue: 900), now: 0)
        return window
    }

    private func key(_ number: Int) throws -> ForwardedPacket.Key { try #require(try packet(number).key) }

    @Test func `what is settled never passes a packet that is not acknowledged`() throws {
        var window = window([try packet(1), try packet(2), try packet(3)])
        #expect(window.settled.rawValue == 100)
        #expect(window.answered(try key(2)))
        #expect(window.settled.rawValue == 100)
        #expect(window.answered(try key(1)))
        #expect(window.settled.rawValue == 300)
        #expect(window.answered(try key(3)))
        #expect(window.settled.rawValue == 900)
        #expect(window.takeSettledCount() == 3)
        #expect(window.takeSettledCount() == 0)
    }

    @Test func `an answer to nothing on its way changes nothing, nor does a second answer`() throws {
        var window = window([try packet(1), try packet(2)])
        #expect(!window.answered(try key(7)))
        #expect(window.answered(try key(2)))
        #expect(!window.answered(try key(2)))
        #expect(window.settled.rawValue == 100)
    }

    @Test func `of two packets with one number the older is answered first`() throws {
        let twin = ForwardedPacket(
            address: PacketAddress(rawValue: 200), key: try packet(1).key, first: [], again: [])
        var window = window([try packet(1), twin])
        #expect(window.answered(try key(1)))
        #expect(window.settled.rawValue == 200)
    }

    @Test func `what nobody answers is settled when it is written, in its place`() throws {
        var window = window([try packet(1), try packet(2, isAnswered: false)])
        window.written()
        #expect(window.settled.rawValue == 100)
        #expect(window.answered(try key(1)))
        #expect(window.settled.rawValue == 900)
    }

    @Test func `everything unanswered is repeated in order when the oldest is late, and given up after some times`()
        throws
    {
        var window = window([try packet(1), try packet(2), try packet(3)])
        #expect(window.answered(try key(2)))
        #expect(window.repeatOverdue(now: 999) == .none)
        #expect(window.repeatOverdue(now: 1_000) == .send(Array("again1 again3 ".utf8)))
        #expect(window.repeatOverdue(now: 1_999) == .none)
        #expect(window.repeatOverdue(now: 2_000) == .send(Array("again1 again3 ".utf8)))
        #expect(window.repeatOverdue(now: 3_000) == .giveUp)
    }

    @Test func `there is room for so many packets and no more`() throws {
        var window = window([try packet(1), try packet(2), try packet(3), try packet(4)])
        #expect(window.room == 0)
        // Out of order it stays taken: what comes behind must wait for the head.
        #expect(window.answered(try key(2)))
        #expect(window.room == 0)
        #expect(window.answered(try key(1)))
        #expect(window.room == 2)
    }
}
