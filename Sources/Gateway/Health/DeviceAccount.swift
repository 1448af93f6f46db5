import HJ212
import Storage

/// The row of a device while packets are added to it.
struct DeviceAccount {
    /// The last packet of one kind.
    struct Last: Hashable {
        var time: Int64?
        var number: Int64?
        var address: Int64?
    }

    /// So many addresses that it came from are remembered.
    private static let greatestHosts = 4
    /// So many marks of its last data are remembered, each so long.
    private static let greatestFlags = (count: 6, length: 4)

    /// When its first binding was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    let since: Int64
    private(set) var counts = PacketCounts()
    private var firstReceived: Int64?
    private var lastReceived: Int64 = 0
    private var lastAddress: Int64 = 0
    private var lastAccepted: Int64?
    private var hosts: [String] = []
    private var versions: Int64 = 0
    private var drift: Int64?
    private var flags = ""
    private var intervals = IntervalHistogram()
    private var last = [Last](repeating: Last(), count: PacketClass.data.count)
    /// The hours that packets were added to, by their start in seconds since 1970-01-01T00:00:00Z.
    private(set) var hours: [Int64: HourAccount] = [:]
    /// The last packet with data, whose marks are read when the row is written.
    private var lastData: HeardPacket?

    init(since: Int64) { self.since = since }

    mutating func add(_ packet: HeardPacket) {
        let received = packet.receivedMilliseconds
        let hour = HourAccount.start(of: received / 1000)
        counts.add(packet.verdict)
        hours[hour, default: HourAccount()].counts.add(packet.verdict)
        firstReceived = firstReceived ?? received
        lastReceived = received
        lastAddress = packet.address.rawValue
        note(packet.host)
        guard let traits = packet.traits else { return }
        lastAccepted = received
        let isDuplicate = isRepetition(traits)
        counts.add(
            traits.kind, isWrongTime: traits.isWrongTime, isDuplicate: isDuplicate, isResent: traits.isResent)
        hours[hour, default: HourAccount()].add(traits, isDuplicate: isDuplicate)
        versions |= traits.version.mark
        if let drift = traits.driftMilliseconds, !isDuplicate { self.drift = drift }
        guard traits.kind != .other else { return }
        lastData = packet
        noteData(traits, isDuplicate: isDuplicate, at: packet.address, receivedSeconds: received / 1000)
    }

    private mutating func noteData(
        _ traits: PacketTraits, isDuplicate: Bool, at address: PacketAddress, receivedSeconds: Int64
    ) {
        let before = last[traits.kind.rawValue]
        if let time = traits.time {
            if traits.kind == .realtime, !isDuplicate, !traits.isResent, let earlier = before.time {
                intervals.add(time - earlier)
            }
            if receivedSeconds - time <= PacketTraits.greatestAgeSeconds {
                hours[HourAccount.start(of: time), default: HourAccount()].arrived(traits.kind, at: time)
            }
        }
        last[traits.kind.rawValue] = Last(
            time: traits.time, number: traits.number, address: address.rawValue)
    }

    /// Parts of one packet share their number and time.
    private func isRepetition(_ traits: PacketTraits) -> Bool {
        guard traits.kind != .other, let number = traits.number, !traits.isPart else { return false }
        let before = last[traits.kind.rawValue]
        return before.number == number && before.time == traits.time
    }

    private mutating func note(_ host: String) {
        guard hosts.first != host else { return }
        hosts = ([host] + hosts.filter { $0 != host }).prefix(Self.greatestHosts).map { $0 }
    }

    /// Marks other than N, each once.
    private static func flags(of packet: Packet) -> String {
        var found: [String] = []
        for factor in packet.measuredFactors {
            guard let text = factor.flag.map(packet.text), !text.equals("N") else { continue }
            let flag = text.string.prefix(greatestFlags.length).uppercased()
            if flag.isEmpty || flag == "N" || flag.contains(" ") || found.contains(flag) { continue }
            found.append(flag)
            if found.count == greatestFlags.count { break }
        }
        return found.sorted().joined(separator: " ")
    }

    // MARK: Row

    static let columns =
        ["mn", "since"] + PacketCounts.columns
        + [
            "first_received", "last_received", "last_address", "last_accepted", "hosts", "versions", "drift", "flags",
            "intervals",
        ] + PacketClass.data.flatMap { ["\($0.name)_time", "\($0.name)_number", "\($0.name)_address"] }

    static let definition =
        """
        (mn TEXT NOT NULL PRIMARY KEY, since INTEGER NOT NULL, \(PacketCounts.definition),
        first_received INTEGER NOT NULL, last_received INTEGER NOT NULL, last_address INTEGER NOT NULL,
        last_accepted INTEGER, hosts TEXT NOT NULL, versions INTEGER NOT NULL, drift INTEGER, flags TEXT NOT NULL,
        intervals TEXT NOT NULL,
        \(PacketClass.data.map { "\($0.name)_time INTEGER, \($0.name)_number INTEGER, \($0.name)_address INTEGER" }
            .joined(separator: ", "))) STRICT, WITHOUT ROWID
        """

    func values(mn: String) -> [SQLValue] {
        func optional(_ number: Int64?) -> SQLValue { number.map { .integer($0) } ?? .null }
        let marks = lastData?.packet.map(Self.flags) ?? flags
        return [.text(mn), .integer(since)] + counts.values
            + [
                .integer(firstReceived ?? lastReceived), .integer(lastReceived), .integer(lastAddress),
                optional(lastAccepted), .text(hosts.joined(separator: " ")), .integer(versions), optional(drift),
                .text(marks), .text(intervals.text),
            ] + last.flatMap { [optional($0.time), optional($0.number), optional($0.address)] }
    }

    /// Reads a row with the columns above in their order.
    init(_ row: SQLRow) {
        since = row.integer(at: 1)
        counts = PacketCounts(row, at: 2)
        let rest = 2 + PacketCounts.columns.count
        firstReceived = row.integer(at: rest)
        lastReceived = row.integer(at: rest + 1)
        lastAddress = row.integer(at: rest + 2)
        lastAccepted = row.optionalInteger(at: rest + 3)
        hosts = (row.optionalText(at: rest + 4) ?? "").split(separator: " ").map(String.init)
        versions = row.integer(at: rest + 5)
        drift = row.optionalInteger(at: rest + 6)
        flags = row.optionalText(at: rest + 7) ?? ""
        intervals = IntervalHistogram(text: row.optionalText(at: rest + 8) ?? "")
        last = PacketClass.data.indices.map { index in
            let column = rest + 9 + 3 * index
            return Last(
                time: row.optionalInteger(at: column), number: row.optionalInteger(at: column + 1),
                address: row.optionalInteger(at: column + 2))
        }
    }
}

extension DeviceAccount {
    /// The row as its readers see it.
    func health(mn: String, quarantined: Int) -> DeviceHealth {
        DeviceHealth(
            mn: mn, registeredMilliseconds: since, counts: counts,
            firstReceivedMilliseconds: firstReceived ?? lastReceived, lastReceivedMilliseconds: lastReceived,
            lastAcceptedMilliseconds: lastAccepted, lastPacket: PacketAddress(rawValue: lastAddress), hosts: hosts,
            versions: ProtocolVersion.allCases.filter { versions & $0.mark != 0 }, driftMilliseconds: drift,
            flags: flags.split(separator: " ").map(String.init), realtimeSeconds: intervals.median,
            last: Dictionary(
                uniqueKeysWithValues: zip(PacketClass.data, last).compactMap { kind, last in
                    last.address.map {
                        (kind, DeviceHealth.Last(seconds: last.time, packet: PacketAddress(rawValue: $0)))
                    }
                }),
            quarantined: quarantined)
    }
}

extension ProtocolVersion {
    /// A bit for each, for the set of those seen.
    var mark: Int64 {
        switch self {
        case .v2005: 1
        case .v2017: 2
        case .v2025: 4
        }
    }
}
