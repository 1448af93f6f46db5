/// The connections there are, and which of them gives way when there is no room for another.
///
/// A newcomer takes the place of the connection that has shown least: first one without a valid frame, the oldest of the
/// address that has most of them; then one whose last valid frame is long ago. When all are at work it is refused.
struct ConnectionRoster {
    /// What becomes of a newcomer.
    enum Admission: Hashable {
        case admitted
        /// Admitted in the place of another.
        case replacing(Int64)
        case refused
    }

    private struct Entry {
        let host: String
        var standing = ConnectionStanding.silent
        /// When it was opened, or its last valid frame came, to the minute.
        var heardAt: Int64
    }

    private struct Host {
        var count = 0
        var silent = SilentQueue()
        /// None of them with valid frames can give way before this.
        var nothingBefore = Int64.min
    }

    /// How long it is believed that nobody can give way, in milliseconds.
    private static let pause: Int64 = 1_000

    private let limits: GatewayLimits
    private var entries: [Int64: Entry] = [:]
    private var hosts: [String: Host] = [:]
    /// None with valid frames can give way before this.
    private var nothingBefore = Int64.min

    init(limits: GatewayLimits) { self.limits = limits }

    var count: Int { entries.count }

    /// A connection was opened.
    mutating func admit(_ id: Int64, from host: String, at now: Int64) -> Admission {
        var admission = Admission.admitted
        let isHostFull = hosts[host]?.count ?? 0 >= limits.connectionsPerHost
        if isHostFull || entries.count >= limits.connections {
            guard let victim = victim(among: isHostFull ? host : nil, at: now) else { return .refused }
            remove(victim)
            admission = .replacing(victim)
        }
        entries[id] = Entry(host: host, heardAt: now)
        hosts[host, default: Host()].count += 1
        hosts[host]?.silent.append(id)
        return admission
    }

    /// A valid frame came on a connection.
    mutating func heard(_ id: Int64, _ standing: ConnectionStanding, at now: Int64) {
        guard let entry = entries[id] else { return }
        if entry.standing == .silent, standing > .silent { hosts[entry.host]?.silent.remove(id) }
        entries[id]?.standing = max(entry.standing, standing)
        entries[id]?.heardAt = now
    }

    /// A connection is no more.
    mutating func remove(_ id: Int64) {
        guard let entry = entries.removeValue(forKey: id) else { return }
        hosts[entry.host]?.silent.remove(id)
        hosts[entry.host]?.count -= 1
        if hosts[entry.host]?.count == 0 { hosts[entry.host] = nil }
    }

    private mutating func victim(among host: String?, at now: Int64) -> Int64? {
        let most = host ?? hosts.max { $0.value.silent.count < $1.value.silent.count }?.key
        if let most, let oldest = hosts[most]?.silent.oldest { return oldest }
        // Rare: every connection has sent valid frames. That nothing was found is remembered, so that a flood does not make
        // us look again for each of its connections.
        guard now >= (host.flatMap { hosts[$0]?.nothingBefore } ?? nothingBefore) else { return nil }
        let last = now - limits.evictableMilliseconds
        let ranked = entries.filter { $0.value.heardAt <= last && (host == nil || $0.value.host == host) }.min {
            ($0.value.standing, $0.value.heardAt, $0.key) < ($1.value.standing, $1.value.heardAt, $1.key)
        }
        if let ranked { return ranked.key }
        if let host { hosts[host]?.nothingBefore = now + Self.pause } else { nothingBefore = now + Self.pause }
        return nil
    }
}

extension ConnectionRoster {
    /// Connections in the order in which they were opened, from which any can be taken out.
    private struct SilentQueue {
        private var order: [Int64] = []
        private var head = 0
        private var members: Set<Int64> = []

        var count: Int { members.count }

        var oldest: Int64? {
            mutating get {
                while head < order.count, !members.contains(order[head]) { head += 1 }
                return head < order.count ? order[head] : nil
            }
        }

        mutating func append(_ id: Int64) {
            order.append(id)
            members.insert(id)
            // Those that left from the middle are let go of before they outnumber the rest.
            guard order.count > 2 * members.count + 32 else { return }
            order = order[head...].filter { members.contains($0) }
            head = 0
        }

        mutating func remove(_ id: Int64) { members.remove(id) }
    }
}
