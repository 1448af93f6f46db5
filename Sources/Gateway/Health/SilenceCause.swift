/// Why nothing, or nothing of use, comes from a device.
package enum SilenceCause: Sendable, Hashable {
    /// It reports.
    case none
    /// It is registered and never sent a packet.
    case neverHeard
    /// Our own server did not run for a while, and the device has not come back since.
    case outage(from: Int64, to: Int64)
    /// Our disk is full: nobody is read from.
    case diskFull(since: Int64)
    /// All devices fell silent: our network or port.
    case allSilent(count: Int)
    /// It sends, and its packets have wrong check values.
    case wrongChecksums
    /// It sends, and its packets are cut off or cannot be read.
    case broken
    /// It sends, and its clock is wrong, so that its data are set aside.
    case wrongClock
    /// It sends, and the newest of its data are of days past: its clock is behind, or it only sends again. Seconds since
    /// 1970-01-01T00:00:00Z.
    case oldData(until: Int64)
    /// Its last data were marked as of maintenance, calibration or standstill.
    case maintenance(flags: [String])
    /// Most devices that came from one address are silent: the line or the forwarder there.
    case lineDown(host: String, silent: Int, count: Int)
    /// It has a connection and sends nothing.
    case connected
    /// It has no connection: it is off, or its own line is down.
    case off

    /// Whether it sends and nothing of it can be used.
    package var isRefusal: Bool { [.wrongChecksums, .broken, .wrongClock].contains(self) }

    /// Whether all that it sends is about days past.
    package var isOldData: Bool {
        if case .oldData = self { true } else { false }
    }

    /// What is known of a silence.
    package struct Facts: Sendable {
        /// All times in milliseconds since 1970-01-01T00:00:00Z.
        package var now: Int64
        /// How long it may be quiet, in seconds.
        package var patienceSeconds: Int64
        /// The last packet of any kind; nil when there was none.
        package var lastReceived: Int64?
        /// The last packet that could be used.
        package var lastAccepted: Int64?
        /// Whether the time of its last data could not be believed.
        package var hasWrongTime = false
        /// The time of its newest data, in seconds since 1970-01-01T00:00:00Z; nil when there are none that can be believed.
        package var newestData: Int64?
        /// Unusable packets of the last day.
        package var faults = DeviceFaults()
        package var flags: [String] = []
        /// Where it came from last.
        package var host: String?
        /// Devices that came from there last, and how many of them are silent.
        package var hostDevices = 0
        package var hostSilent = 0
        /// How many devices are silent, when all are that are registered and were ever heard; 0 while any reports.
        package var allSilent = 0
        /// Whether it has a connection now; nil when that is not known.
        package var isConnected: Bool?
        /// The last time that our server did not run.
        package var outage: GatewayOutage?
        /// Since when the log takes nothing.
        package var stalledSince: Int64?

        package init(now: Int64, patienceSeconds: Int64) {
            self.now = now
            self.patienceSeconds = patienceSeconds
        }

        /// Whether nothing came for longer than it may be quiet.
        package var isSilent: Bool { Self.isPast(lastReceived, patienceSeconds, now) }

        static func isPast(_ moment: Int64?, _ seconds: Int64, _ now: Int64) -> Bool {
            moment.map { now - $0 > seconds * 1000 } ?? true
        }
    }

    /// Marks of HJ 212-2017 (table 8) that announce that a device will not report as usual.
    static let announcing: Set<String> = ["M", "C", "F", "D"]
    /// Data of the present are younger than this, also where a device sends nothing but yesterday's; in seconds.
    static let greatestAgeSeconds: Int64 = 2 * 86_400
    /// From so many devices on, silence of most behind one address is no chance.
    static let leastDevicesOfLine = 3

    /// The most likely cause: what we did ourselves first, then what the packets say, then what the neighbours tell.
    package static func judge(_ facts: Facts) -> SilenceCause {
        if let since = facts.stalledSince { return .diskFull(since: since) }
        guard let last = facts.lastReceived else { return .neverHeard }
        if !facts.isSilent { return refusal(facts) }
        if let outage = facts.outage, last < outage.to, last >= outage.from - facts.patienceSeconds * 1000 {
            return .outage(from: outage.from, to: outage.to)
        }
        if facts.allSilent >= leastDevicesOfLine { return .allSilent(count: facts.allSilent) }
        if facts.isConnected == true { return .connected }
        if let host = facts.host, facts.hostDevices >= leastDevicesOfLine, facts.hostSilent * 5 >= facts.hostDevices * 4
        {
            return .lineDown(host: host, silent: facts.hostSilent, count: facts.hostDevices)
        }
        let announced = facts.flags.filter(announcing.contains)
        if !announced.isEmpty { return .maintenance(flags: announced) }
        return .off
    }

    /// It sends; whether that is of use.
    private static func refusal(_ facts: Facts) -> SilenceCause {
        if facts.hasWrongTime { return .wrongClock }
        guard Facts.isPast(facts.lastAccepted, facts.patienceSeconds, facts.now) else { return age(facts) }
        return facts.faults.broken > facts.faults.wrongChecksums ? .broken : .wrongChecksums
    }

    /// It sends what can be used; whether that is of the present.
    private static func age(_ facts: Facts) -> SilenceCause {
        guard let newest = facts.newestData, facts.now / 1_000 - newest > greatestAgeSeconds else { return .none }
        return .oldData(until: newest)
    }
}
