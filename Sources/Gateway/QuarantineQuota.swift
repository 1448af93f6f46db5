import Storage
import Synchronization

/// How much is kept of devices that nobody registered, for each peer and in all, and of damaged packets for each peer:
/// whoever reaches the port must not be able to fill the disk.
package final class QuarantineQuota: Sendable {
    /// What one address may leave here: weeks of a device that was connected before it was registered, in bytes.
    package static let peerBytes = 64 << 20
    /// What all may leave here together, in bytes.
    package static let totalBytes = 1 << 30
    /// What a packet takes up at least, with its rows and their indexes, in bytes.
    static let leastCharge = 512

    /// Damaged packets that one address may leave here at once, in bytes: a line that spoils every packet of a device is
    /// evidence for months.
    package static let evidenceBytes = 64 << 20
    /// What it may leave in the long run, in bytes a second: as much in a day.
    static let evidenceBytesPerSecond = evidenceBytes / 86_400
    /// Addresses whose damaged packets are followed one by one; those beyond share one room.
    private static let followedHosts = 16_384

    private struct State {
        var evidence: [String: TokenBucket] = [:]
        var byPeer: [String: Int] = [:]
        var total = 0
    }

    private let peerBytes: Int
    private let totalBytes: Int
    private let evidenceBytes: Int
    private let state = Mutex(State())

    package init(
        peerBytes: Int = QuarantineQuota.peerBytes, totalBytes: Int = QuarantineQuota.totalBytes,
        evidenceBytes: Int = QuarantineQuota.evidenceBytes
    ) {
        self.evidenceBytes = evidenceBytes
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

    /// Takes room for a damaged packet of a peer; false when there is none.
    ///
    /// - Parameter now: in milliseconds.
    func admitsEvidence(_ byteCount: Int, from host: String, at now: Int64) -> Bool {
        let (rate, burst) = (Self.evidenceBytesPerSecond, evidenceBytes)
        return state.withLock { state in
            if state.evidence[host] == nil, state.evidence.count >= Self.followedHosts {
                state.evidence = state.evidence.filter { entry in
                    var bucket = entry.value
                    return !bucket.isFull(perSecond: rate, burst: burst, at: now)
                }
            }
            let isFollowed = state.evidence[host] != nil || state.evidence.count < Self.followedHosts
            let key = isFollowed ? host : ""
            var bucket = state.evidence[key] ?? TokenBucket(burst: burst, at: now)
            guard bucket.take(Self.charge(byteCount), perSecond: rate, burst: burst, at: now) == 0 else { return false }
            state.evidence[key] = bucket
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
        state.withLock {
            $0.byPeer = byPeer
            $0.total = total
        }
    }
}

extension PacketEntry {
    /// The address of the peer without its port, which changes with every connection.
    var host: String { Self.host(of: peer) }

    static func host(of peer: String) -> String {
        String(peer[..<(peer.utf8.lastIndex(of: UInt8(ascii: ":")) ?? peer.endIndex)])
    }
}
