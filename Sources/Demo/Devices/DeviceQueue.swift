import Standards

/// What one device still has to send: live packets that are lost when the line is down, and kept ones that wait for
/// their answer (9014), one under way at a time.
struct DeviceQueue: Sendable {
    /// Seconds without an answer before a packet goes out again (HJ 212-2017, default of OverTime for wireless).
    package static let answerSeconds: Int64 = 10
    /// Repeats after the first try (default of ReCount).
    package static let repeats = 3
    /// Seconds a device leaves a line alone on which nobody answers.
    static let restSeconds = 300
    /// Live packets older than this are lost: no device keeps its realtime values.
    static let liveSeconds = 65
    /// Kept packets at most, about a month of hours; the oldest go first.
    static let capacity = 800

    private struct Pending: Sendable {
        let transmission: Transmission
        let packet: DevicePacket
        var sentAt: Instant
        var tries: Int
        /// When it went out first, on the session's stopwatch.
        let sentNanoseconds: UInt64
    }

    var simulator: DeviceSimulator
    private(set) var waiting: [Transmission] = []
    private var pending: Pending?
    private var restsUntil: Instant?
    private var keptThrough: Instant
    private var liveThrough: Instant?
    /// Before this moment nothing becomes due. Most looks at the clock end here.
    private var nextDue: Instant?
    private let keptKinds: [Transmission.Kind]
    private let liveKinds: [Transmission.Kind]

    /// A device that has been answered for everything due up to a moment.
    init(simulator: DeviceSimulator, answeredThrough: Instant) {
        self.simulator = simulator
        keptThrough = answeredThrough
        keptKinds = Transmission.Kind.allCases.filter { simulator.isKept($0) }
        liveKinds = Transmission.Kind.allCases.filter { !simulator.isKept($0) }
    }

    /// Nothing waits for an answer.
    var isEmpty: Bool { waiting.isEmpty && pending == nil }

    /// The device will never send again.
    func isSilent(at now: Instant) -> Bool {
        guard let from = simulator.silentFrom else { return false }
        return from <= now && isEmpty
    }

    /// The line is up again: what was under way goes out once more.
    mutating func reopen() {
        if let pending { waiting.insert(pending.transmission, at: 0) }
        pending = nil
        restsUntil = nil
        nextDue = nil
    }

    /// The platform has set something: the plan may have changed.
    mutating func planChanged() { nextDue = nil }

    /// Takes over what has become due; returns the live part, which goes out at once.
    mutating func collect(through now: Instant) -> [Transmission] {
        if let nextDue, now < nextDue { return [] }
        waiting += simulator.transmissions(after: keptThrough, through: now, kinds: keptKinds)
        keptThrough = max(keptThrough, now)
        if waiting.count > Self.capacity { waiting.removeFirst(waiting.count - Self.capacity) }
        let oldest = now.adding(seconds: -Self.liveSeconds)
        let live = simulator.transmissions(
            after: max(liveThrough ?? oldest, oldest), through: now, kinds: liveKinds)
        liveThrough = now
        nextDue = simulator.next(after: now)?.due
        return live
    }

    /// The kept packet that has to go out now: the next one, or the one under way again. `serial` makes its QN unique.
    mutating func kept(at now: Instant, serial: Int, tally: inout LineTally) -> [UInt8]? {
        if var current = pending {
            guard current.sentAt.seconds(until: now) >= simulator.parameters.answerSeconds else { return nil }
            if current.tries <= simulator.parameters.repeats {
                current.sentAt = now
                current.tries += 1
                pending = current
                tally.repeated += 1
                return current.packet.repeated
            }
            tally.givenUp += 1
            waiting.insert(current.transmission, at: 0)
            pending = nil
            restsUntil = now.adding(seconds: Self.restSeconds)
        }
        if let restsUntil, now < restsUntil { return nil }
        restsUntil = nil
        return next(at: now, serial: serial, tally: &tally)
    }

    private mutating func next(at now: Instant, serial: Int, tally: inout LineTally) -> [UInt8]? {
        while !waiting.isEmpty {
            // HJ 212-2025 has the newest first, older devices work off what they hold in order.
            let transmission = simulator.device.version == .hj2025 ? waiting.removeLast() : waiting.removeFirst()
            let isLate = transmission.due.seconds(until: now) > Int64(Self.liveSeconds)
            guard let packet = simulator.packet(for: transmission, sentAt: now, serial: serial, resent: isLate) else {
                continue
            }
            pending = Pending(
                transmission: transmission, packet: packet, sentAt: now, tries: 1, sentNanoseconds: tally.nanoseconds)
            tally.asked += 1
            return packet.bytes
        }
        return nil
    }

    /// The platform has the packet with this QN. Late answers to something else are nothing to a device.
    mutating func answered(_ qn: String, tally: inout LineTally) {
        guard let current = pending, current.packet.qn == qn else { return }
        tally.answered(after: tally.nanoseconds &- current.sentNanoseconds)
        pending = nil
    }
}
