import Synchronization

/// All connections of the gateway.
package final class GatewayConnections: Sendable {
    private struct State {
        var roster: ConnectionRoster
        var handles: [Int64: ConnectionHandle] = [:]
        var lastID: Int64 = 0
        var isDiskFull = false
    }

    private let state: Mutex<State>

    init(limits: GatewayLimits) { state = Mutex(State(roster: ConnectionRoster(limits: limits))) }

    /// A number for a new connection.
    func nextID() -> Int64 {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    /// A connection was opened; one that gives way to it is told so.
    ///
    /// - Returns: false when there is no room for it.
    func open(_ connection: ConnectionHandle, from host: String, at now: Int64) -> Bool {
        let (isAdmitted, replaced, isDiskFull) = state.withLock { state -> (Bool, ConnectionHandle?, Bool) in
            switch state.roster.admit(connection.id, from: host, at: now) {
            case .refused: return (false, nil, false)
            case .admitted:
                state.handles[connection.id] = connection
                return (true, nil, state.isDiskFull)
            case .replacing(let id):
                state.handles[connection.id] = connection
                return (true, state.handles.removeValue(forKey: id), state.isDiskFull)
            }
        }
        replaced?.tell(.close(.evicted))
        if isDiskFull { connection.tell(.diskFull(true)) }
        return isAdmitted
    }

    func heard(_ connection: ConnectionHandle, _ standing: ConnectionStanding, at now: Int64) {
        state.withLock { $0.roster.heard(connection.id, standing, at: now) }
    }

    func close(_ connection: ConnectionHandle) {
        state.withLock { state in
            state.roster.remove(connection.id)
            state.handles[connection.id] = nil
        }
    }

    /// The service stops: every connection is closed behind the answers it is due.
    func stop() {
        let handles = state.withLock { Array($0.handles.values) }
        for handle in handles { handle.tell(.close(.stopping)) }
    }

    /// The disk is full, or has room again: no connection is read from in between.
    func diskFull(_ isFull: Bool) {
        let handles = state.withLock { state -> [ConnectionHandle] in
            guard state.isDiskFull != isFull else { return [] }
            state.isDiskFull = isFull
            return Array(state.handles.values)
        }
        for handle in handles { handle.tell(.diskFull(isFull)) }
    }
}
