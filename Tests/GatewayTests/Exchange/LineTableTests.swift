import HJ212
import Storage
import Synchronization
import Testing

@testable import Gateway

struct LineTableTests {
    private let table = LineTable()

    private func kept(
        _ mn: String, as sent: String? = nil, command: CommandNumber = .realtimeData, type: SystemType = .waterSource,
        at milliseconds: Int64 = 0
    ) throws -> KeptPacket {
        let writer = PacketWriter(
            qn: "20261122080000000", systemType: type, command: command, password: "654321", mn: sent ?? mn,
            flag: PacketFlag(version: .v2017))
        return KeptPacket(
            packet: try #require(Packet(record: try writer.frame())), mn: mn, profile: DeviceProfile(.v2017),
            wallMilliseconds: milliseconds, address: PacketAddress(rawValue: 0))
    }

    private func line() -> DeviceLine { DeviceLine(peer: "127.0.0.1:1") { _ in true } }

    @Test func `many devices are reached over the connection of their forwarder until it ends`() throws {
        let forwarder = line()
        #expect(table.heard([try kept("A1"), try kept("A1"), try kept("B2")], over: forwarder) == ["A1", "B2"])
        #expect(table.heard([try kept("A1")], over: forwarder).isEmpty)
        #expect(Set(table.closed(forwarder)) == ["A1", "B2"])
        #expect(table.reachable.isEmpty)
        #expect(table.entry(of: "A1")?.line == nil)
    }

    @Test func `the newest connection of a device counts, and the end of the old one does not lose it`() throws {
        let (old, new) = (line(), line())
        table.heard([try kept("A1", at: 1)], over: old)
        #expect(table.heard([try kept("A1", at: 2)], over: new) == ["A1"])
        #expect(table.closed(old).isEmpty)
        #expect(table.entry(of: "A1")?.line === new)
        #expect(table.reachable == ["A1": 2])
    }

    @Test func `a device is called as it calls itself, and its answers do not change its system type`() throws {
        let first = line()
        table.heard([try kept("A1F", as: "a1f")], over: first)
        table.heard([try kept("A1F", as: "a1f", command: .requestAnswer, type: .interaction)], over: line())
        #expect(
            table.entry(of: "A1F")?.address
                == DeviceAddress(mn: "a1f", password: "654321", systemType: .waterSource, dialect: .v2017))
    }
}
