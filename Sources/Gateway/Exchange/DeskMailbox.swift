import HJ212
import Synchronization

/// Where the connections leave what the desk has to know: packets of devices that it has something in hand with, the
/// notices by which devices ask for the time, and what shows that a device has taken its new key.
///
/// It never makes a connection wait, and what lies in it is bounded: beyond that packets are dropped here, which the desk
/// meets like any that was lost on the way. All of them are in the log.
package final class DeskMailbox: PacketListener {
    /// Packets that may wait for the desk.
    static let greatestCount = 4_096

    private struct State {
        var watched: Set<String> = []
        var packets: [KeptPacket] = []
    }

    /// Where each device was heard last.
    package let lines = LineTable()
    /// Rings when there is something to do; several rings may come as one.
    let signals: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation
    private let state = Mutex(State())

    package init() { (signals, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    package func kept(_ packets: [KeptPacket], from line: DeviceLine) {
        let isNew = !lines.heard(packets, over: line).isEmpty
        let isTaken = state.withLock { state in
            let count = state.packets.count
            for kept in packets where state.packets.count < Self.greatestCount {
                if state.watched.contains(kept.mn) || kept.packet.commandNumber == .clockNotice || kept.usesProposedKey
                {
                    state.packets.append(kept)
                }
            }
            return state.packets.count > count
        }
        if isNew || isTaken { ring() }
    }

    package func closed(_ line: DeviceLine) {
        if !lines.closed(line).isEmpty { ring() }
    }

    func ring() { bell.yield() }

    /// Keeps the packets of a device from now on, or no longer.
    func watch(_ mn: String, _ isWatched: Bool) {
        state.withLock { state in
            if isWatched { state.watched.insert(mn) } else { state.watched.remove(mn) }
        }
    }

    /// What has come since the last time.
    func take() -> [KeptPacket] {
        state.withLock { state in
            defer { state.packets = [] }
            return state.packets
        }
    }
}
