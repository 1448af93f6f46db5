import Storage
import Synchronization

/// How much is kept of devices that nobody registered, for each peer and in all: whoever reaches the port must not be
/// able to fill the disk.
package final class QuarantineQuota: Sendable {
    /// What one address may leave here: weeks of a device that was connected before it was registered, in bytes.
    package static let peerBytes = 64 << 20
    /// What all may leave here together, in bytes.
    package static let totalBytes = 1 << 30
    /// What a packet takes up at least, with its rows and their indexes, in bytes.
    static let leastCharge = 512

    private struct State {
        var byPeer: [String: Int] = [:]
        var total = 0
    }

    private let peerBytes: Int
    private let totalBytes: Int
    private let state = Mutex(State())

    package init(peerBytes: Int = QuarantineQuota.peerBytes, totalBytes: Int = QuarantineQuota.totalBytes) {
        self.peerBytes = peerBytes
        self.totalBytes = totalBytes
    }

    /// What is used, in bytes.
    var usedBytes: Int { state.withLock { $0.total } }

    /// What a packet of so many bytes takes up.
    static func charge(_ byteCount: Int) -> Int { max(byteCount, leastCharge) }

    /// Takes room for a packet; false when there is none.
    func admits(_ byteCount: Int, from host: String) -> Bool {
        let charge = Self.charge(byteCount)
        return state.withLock { state in
            let used = state.byPeer[host] ?? 0
            guard used + charge <= peerBytes, state.total + charge <= totalBytes else { return false }
            state.byPeer[host] = used + charge
            state.total += charge
            return true
        }
    }

    /// Gives room back that was taken for packets that are not kept after all.
    func giveBack(_ charge: Int, from host: String) {
        state.withLock { state in
            let returned = min(charge, state.byPeer[host] ?? 0)
            state.byPeer[host]? -= returned
            state.total -= returned
        }
    }

    /// Sets what is used to what the quarantine holds, by peer. Packets that are not projected yet, a quarter of a second's
    /// worth, are forgotten.
    func restore(_ byPeer: [String: Int]) {
        let total = byPeer.values.reduce(0, +)
        state.withLock { $0 = State(byPeer: byPeer, total: total) }
    }
}

extension PacketEntry {
    /// The address of the peer without its port, which changes with every connection.
    var host: String { Self.host(of: peer) }

    static func host(of peer: String) -> String { String(peer[..<(peer.lastIndex(of: ":") ?? peer.endIndex)]) }
}
