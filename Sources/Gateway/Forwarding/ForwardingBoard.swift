import Registry
package import Storage
import Synchronization

/// Where the lines to upper platforms write down how they stand, for the screen, for metrics and for the next start.
package final class ForwardingBoard: Sendable {
    /// What the lines have to know of the register.
    struct Register: Sendable {
        var entries: [String: UpstreamStore.Entry] = [:]
        /// What each bound device watches.
        var kinds: [String: ObjectKind] = [:]
    }

    private struct Content {
        var register = Register()
        var statuses: [String: UpstreamStatus] = [:]
        /// What was written down last.
        var saved: [String: ForwardingState] = [:]
        var running: Set<String> = []
    }

    private let content = Mutex(Content())
    let passwords: UpstreamPasswords

    package init(passwords: UpstreamPasswords = .none) { self.passwords = passwords }

    /// How every platform stands, by id.
    package var statuses: [String: UpstreamStatus] { content.withLock { $0.statuses } }

    /// Whether the file of passwords has one for a platform.
    package func hasPassword(_ id: String) -> Bool { passwords[id] != nil }

    /// How far a platform is behind the log, in packets that are for it; nil when nobody serves it.
    ///
    /// Reads some mebibytes of the log: not for the threads of the pool.
    ///
    /// - Throws: `StorageError`.
    package func lag(of id: String, in log: PacketLog) throws -> PacketLag? {
        let (register, status) = content.withLock { ($0.register, $0.statuses[id]) }
        guard let status, let upstream = register.entries[id]?.upstream else { return nil }
        return try PacketLag(from: status.state.settled, in: log) {
            ForwardedPacket.chosen($0, for: upstream, kinds: register.kinds) != nil
        }
    }

    /// The register at the last look.
    var register: Register { content.withLock { $0.register } }

    func publish(_ register: Register) { content.withLock { $0.register = register } }

    /// Whether a platform is still set as it was.
    func isCurrent(_ entry: UpstreamStore.Entry) -> Bool {
        content.withLock { $0.register.entries[entry.upstream.id] == entry }
    }

    /// Takes over the platforms that nobody serves; each must be released.
    ///
    /// - Parameter states: how far each was at the last start, by id.
    func claim(states: [String: ForwardingState], logStart: PacketAddress, now: Int64) -> [UpstreamStore.Entry] {
        content.withLock { content in
            let free = content.register.entries.values.filter { !content.running.contains($0.upstream.id) }
            for entry in free {
                let id = entry.upstream.id
                content.running.insert(id)
                let start = max(entry.since, logStart)
                var state = content.statuses[id]?.state ?? states[id] ?? ForwardingState(upstream: id, from: start)
                // What was removed and set again begins anew; what the log has no longer cannot be forwarded.
                state.settled = max(state.settled, start)
                state.sent = max(state.sent, state.settled)
                var status = content.statuses[id] ?? UpstreamStatus(sinceMilliseconds: now, state: state)
                status.state = state
                content.statuses[id] = status
            }
            return free.sorted { $0.upstream.id < $1.upstream.id }
        }
    }

    /// A platform is served no longer, because it was set anew, removed, or because the process ends.
    func release(_ id: String) {
        content.withLock { content in
            content.running.remove(id)
            if content.register.entries[id] == nil {
                content.statuses[id] = nil
                content.saved[id] = nil
            }
        }
    }

    func update(_ id: String, _ body: (inout UpstreamStatus) -> Void) {
        content.withLock { content in
            if var status = content.statuses[id] {
                body(&status)
                content.statuses[id] = status
            }
        }
    }

    func status(_ id: String) -> UpstreamStatus? { content.withLock { $0.statuses[id] } }

    /// What is not written down yet.
    var unsaved: [ForwardingState] {
        content.withLock { content in
            content.statuses.values.map(\.state).filter { content.saved[$0.upstream] != $0 }
        }
    }

    func saved(_ states: [ForwardingState]) {
        content.withLock { content in
            for state in states { content.saved[state.upstream] = state }
        }
    }
}
