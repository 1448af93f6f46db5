import HJ212
import Synchronization

/// Gives packets the time of their receipt, and compares our clock with those of the devices.
package final class ClockWatch: Sendable {
    /// One device with a wrong clock is its own fault; three that agree are a witness.
    static let leastWitnesses = 3
    /// Devices that are remembered, so that made-up numbers do not fill the memory.
    static let greatestWitnesses = 4_096

    private struct State {
        var time = ReceiptTime()
        /// How many milliseconds each device was ahead of us when it was heard last.
        var leads: [String: Int64] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// The log holds packets up to a time, in milliseconds since 1970-01-01T00:00:00Z.
    package func start(after time: Int64) { state.withLock { $0.time.start(after: time) } }

    /// The time to write down for packets that arrive now: see `ReceiptTime`.
    func receive(wall: Int64, monotonic: Int64) -> Int64 {
        state.withLock { $0.time.receive(wall: wall, monotonic: monotonic) }
    }

    /// The time to write down for a packet that we send: it never goes back either.
    func send(wall: Int64) -> Int64 { state.withLock { $0.time.send(wall: wall) } }

    /// Takes note of what a device's clock said when it made a packet. Only realtime data are of the moment; what is sent
    /// again carries the time at which it was sent first.
    func compare(_ packet: Packet, of mn: String, wall: Int64) {
        guard packet.commandNumber == .realtimeData, packet.head(.rf) == nil,
            let digits = packet.head(.qn)?.bytes, let time = DataTime(digits: digits)
        else { return }
        state.withLock { state in
            guard state.leads[mn] != nil || state.leads.count < Self.greatestWitnesses else { return }
            state.leads[mn] = time.unixSeconds * 1_000 - wall
        }
    }

    /// What is known now.
    package var report: ClockReport {
        let (steps, leads) = state.withLock { ($0.time.steps, $0.leads.values.sorted()) }
        let median = leads.count < Self.leastWitnesses ? nil : leads[leads.count / 2]
        return ClockReport(steps: steps, devices: leads.count, medianLead: median)
    }
}
