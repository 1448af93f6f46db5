import HJ212
import Records
import Storage
import Synchronization
import TestKit
import Testing

@testable import Gateway

/// A device at the other end of a line without a socket: what it is sent it keeps, what it says stands in the log first.
final class VirtualDevice: Sendable {
    let mn: String
    private let bench: DeskBench
    private let inbox: Inbox
    private let line: DeviceLine

    init(_ mn: String = DeskBench.own, on bench: DeskBench) {
        self.mn = mn
        self.bench = bench
        let box = Inbox()
        line = DeviceLine(peer: "127.0.0.1:5000") { bytes in
            box.add(bytes)
            return true
        }
        inbox = box
    }

    /// What it was sent, in order.
    var received: [Packet] { inbox.packets }
    /// Numbers of the commands that it was sent.
    var numbers: [String] { received.compactMap { $0.head(.qn)?.string } }
    /// The number of the last one.
    var lastNumber: String { numbers.last ?? "" }

    /// Says something; it is on disk when the desk hears of it.
    func say(_ command: Int, _ content: String, qn: String, type: SystemType = .airSource, version: Int = 4)
        async throws
    {
        let segment =
            "QN=\(qn);ST=\(type.rawValue);CN=\(command);PW=123456;MN=\(mn);Flag=\(version);CP=&&\(content)&&"
        let raw = Array(try PacketWriter.frame(ofSegment: Array(segment.utf8)).dropLast(2))
        let entry = PacketEntry(receivedMilliseconds: bench.now, peer: line.peer, verdict: 0, raw: raw)
        let address = try await bench.bureau.book.archive.packets.append([entry])[0]
        let packet = try #require(Packet(record: raw))
        bench.mailbox.kept(
            [
                KeptPacket(
                    packet: packet, mn: mn, profile: DeviceProfile(Dialect(guessedFrom: packet)),
                    wallMilliseconds: bench.now, address: address)
            ], from: line)
    }

    /// Sends data, so that it is reachable.
    func appear() async throws { try await say(2011, "DataTime=20261122080000;a34004-Rtd=1", qn: "20261122080000001") }

    func accept() async throws { try await answer(9011, "QnRtn=1") }
    func finish(_ code: Int = 1) async throws { try await answer(9012, "ExeRtn=\(code)") }

    func answer(_ command: Int, _ content: String, to qn: String? = nil) async throws {
        try await say(command, content, qn: qn ?? lastNumber, type: .interaction)
    }

    func vanish() { bench.mailbox.closed(line) }
}

/// What came over a line.
private final class Inbox: Sendable {
    private let state = Mutex<[Packet]>([])
    func add(_ bytes: [UInt8]) {
        if let packet = Packet(record: bytes) { state.withLock { $0.append(packet) } }
    }
    var packets: [Packet] { state.withLock { $0 } }
}
