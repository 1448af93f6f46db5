import Logging
import Synchronization
import Testing

@testable import Gateway
@testable import Storage

/// The gate before the sockets, with a log that says it is full when told.
struct DiskGateTests {
    /// What the gate asked for, and what the log says.
    private final class Disk: Sendable {
        struct State {
            var stall: PacketLogStall?
            var accepting: [Bool] = []
            var signals: [Int64: [Bool]] = [:]
        }
        let state = Mutex(State())

        func fill() {
            state.withLock {
                $0.stall = PacketLogStall(
                    sinceMilliseconds: 1, reason: StorageError(.diskFull, detail: "no space"), waitingBytes: 512)
            }
        }
        func free() { state.withLock { $0.stall = nil } }
        var accepting: [Bool] { state.withLock { $0.accepting } }
        /// What connections were told of the disk, by number.
        var signals: [Int64: [Bool]] { state.withLock { $0.signals } }
    }

    private let disk = Disk()
    private let connections = GatewayConnections(limits: GatewayLimits())

    private var gate: DiskGate {
        DiskGate(
            stall: { [disk] in disk.state.withLock { $0.stall } }, connections: connections,
            accept: { [disk] accepts in disk.state.withLock { $0.accepting.append(accepts) } },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func connect(_ id: Int64) -> ConnectionHandle {
        let handle = ConnectionHandle(id: id) { [disk] signal in
            guard case .diskFull(let isFull) = signal else { return }
            disk.state.withLock { $0.signals[id, default: []].append(isFull) }
        }
        #expect(connections.open(handle, from: "127.0.0.1", at: 0))
        return handle
    }

    @Test func `while the disk takes packets nothing is stopped`() {
        var gate = gate
        _ = connect(1)
        for _ in 0..<3 { gate.look() }
        #expect(!gate.isShut && disk.accepting.isEmpty && disk.signals.isEmpty)
    }

    @Test func `a full disk stops every connection and new ones once, and room lets all go on`() {
        var gate = gate
        _ = connect(1)
        let gone = connect(2)
        disk.fill()
        for _ in 0..<3 { gate.look() }
        #expect(gate.isShut)
        #expect(disk.accepting == [false])
        #expect(disk.signals == [1: [true], 2: [true]])

        // Whoever was accepted before the gate shut and is opened after it is told as well; who has gone is not.
        _ = connect(3)
        connections.close(gone)
        disk.free()
        for _ in 0..<3 { gate.look() }
        #expect(!gate.isShut)
        #expect(disk.accepting == [false, true])
        #expect(disk.signals == [1: [true, false], 2: [true], 3: [true, false]])
    }

    @Test func `a disk that fills up again stops them again`() {
        var gate = gate
        _ = connect(1)
        for _ in 0..<2 {
            disk.fill()
            gate.look()
            disk.free()
            gate.look()
        }
        #expect(disk.accepting == [false, true, false, true])
        #expect(disk.signals == [1: [true, false, true, false]])
    }

    @Test func `a running gate looks by itself and ends when cancelled`() async throws {
        let running = Task { [gate] in await gate.run() }
        disk.fill()
        while disk.accepting != [false] { try await Task.sleep(for: .milliseconds(5)) }
        disk.free()
        while disk.accepting != [false, true] { try await Task.sleep(for: .milliseconds(5)) }
        running.cancel()
        await running.value
    }
}
