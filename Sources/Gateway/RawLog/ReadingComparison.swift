import HJ212
import Monitoring
import Registry
import Standards
import Storage

/// Compares what packets give with what is projected of them.
struct ReadingComparison {
    /// The same reading by the parser of then and of now.
    struct Key: Hashable {
        let series: SeriesKey
        let start: Instant
        let origin: ReadingOrigin

        init(_ reading: Reading) {
            series = reading.series
            start = reading.start
            origin = reading.origin
        }
    }

    /// Periods further apart are asked for one by one, in seconds: a device that sends its history must not make us read all
    /// that lies between.
    private static let greatestGap: Int64 = 86_400

    let bindings: DeviceBindings
    let keys: KeyStore
    let log: PacketLog
    /// How far packets are projected.
    let end: PacketAddress
    let filter: PacketReparse.Filter
    let report: (ParsedDifference) throws -> Void
    private(set) var tally = PacketReparse.Tally()
    /// The first and last start of a period that packets give.
    private var span: ClosedRange<Int64>?

    init(
        bindings: DeviceBindings, keys: KeyStore, log: PacketLog, end: PacketAddress, filter: PacketReparse.Filter,
        report: @escaping (ParsedDifference) throws -> Void
    ) {
        self.bindings = bindings
        self.keys = keys
        self.log = log
        self.end = end
        self.filter = filter
        self.report = report
    }

    /// What a packet gives now; of an item sent twice the first counts, as in projection.
    private func readings(of packets: [LoggedPacket]) -> [Key: Reading] {
        var batch = PacketProjection.Batch(keys: keys)
        let readings = packets.flatMap { batch.add($0, bindings: bindings)?.readings ?? [] }
        return Dictionary(readings.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: - From packets to readings

    mutating func compare(_ packets: [LoggedPacket], in connection: ReadConnection) throws {
        let expected = readings(of: packets)
        let projected = try projected(expected, in: connection)
        var byPacket: [PacketAddress: [Reading]] = [:]
        for reading in expected.values {
            guard case .packet(let address) = reading.origin else { continue }
            byPacket[address, default: []].append(reading)
            widen(reading.start.secondsSince1970)
        }
        for packet in packets {
            tally.packets += 1
            try compareVerdict(of: packet)
            let own = byPacket[packet.address] ?? []
            for reading in own.sorted(by: { ($0.start, $0.series.item) < ($1.start, $1.series.item) }) {
                tally.readings += 1
                guard let found = projected[Key(reading)] else {
                    try difference(packet, .new(reading))
                    continue
                }
                if !Self.isSame(found, reading) { try difference(packet, .value(was: found, now: reading)) }
            }
        }
    }

    /// What is there of the periods that packets give.
    private func projected(_ expected: [Key: Reading], in connection: ReadConnection) throws -> [Key: Reading] {
        var starts: [SeriesGroup: Set<Int64>] = [:]
        for key in expected.keys {
            starts[SeriesGroup(key.series), default: []].insert(key.start.secondsSince1970)
        }
        var found: [Key: Reading] = [:]
        for (group, all) in starts {
            for run in Self.runs(all.sorted()) {
                let readings = try ReadingStore.readings(
                    from: Instant(secondsSince1970: run.lowerBound),
                    to: Instant(secondsSince1970: run.upperBound + 1), seconds: group.seconds, object: group.object,
                    in: connection)
                for reading in readings where expected[Key(reading)] != nil { found[Key(reading)] = reading }
            }
        }
        return found
    }

    private static func runs(_ sorted: [Int64]) -> [ClosedRange<Int64>] {
        var runs: [ClosedRange<Int64>] = []
        for start in sorted {
            if let last = runs.last, start - last.upperBound <= greatestGap {
                runs[runs.count - 1] = last.lowerBound...start
            } else {
                runs.append(start...start)
            }
        }
        return runs
    }

    /// Equal text of a value counts, not only an equal number: values are kept as sent.
    private static func isSame(_ one: Reading, _ other: Reading) -> Bool {
        one.value?.significand == other.value?.significand && one.value?.scale == other.value?.scale
            && one.flag == other.flag && one.isBelowDetection == other.isBelowDetection
            && one.arrivedMilliseconds == other.arrivedMilliseconds
    }

    private mutating func compareVerdict(of logged: LoggedPacket) throws {
        let was = PacketVerdict(rawValue: logged.entry.verdict)
        guard was != .sent, let packet = Self.framed(logged.entry.raw) else { return }
        let received = logged.entry.receivedMilliseconds
        let binding = bindings.binding(of: packet.deviceNumber, receivedMilliseconds: received)
        // The gateway knew a device from its binding on; before, it took what the packet says of itself.
        let device = binding.flatMap { binding in
            binding.sinceMilliseconds <= received
                ? DeviceDirectory.Device(
                    binding.settings, keys: DeviceKeys(bindings.bindings(of: binding.mn), from: keys)) : nil
        }
        let profile = device?.profile(for: packet) ?? DeviceProfile(Dialect(guessedFrom: packet))
        let judgement = profile.judge(packet, received: received / 1000)
        let now = PacketVerdict(judgement)
        // That its key came after the packet is no work of the parser.
        if was == .ciphered, now.isAccepted { return }
        if was != now { try difference(logged, .verdict(was: was, now: now)) }
    }

    /// A packet framed anew, as out of the stream: before a line end, or cut off where the next one begins.
    private static func framed(_ raw: [UInt8]) -> Packet? {
        for following in ["\r\n", "##0000QN="] {
            var scanner = FrameScanner()
            scanner.feed(raw + Array(following.utf8))
            if let frame = scanner.next(), frame.bytes.elementsEqual(raw) { return Packet(frame) }
        }
        return Packet(kept: raw)
    }

    // MARK: - From readings to packets

    /// Looks for readings whose packet gives them no more. What lies more than a year before all that packets give is not
    /// looked at.
    mutating func findMissing(in connection: ReadConnection, progress: (PacketReparse.Tally) -> Void) throws {
        guard let span else { return }
        var recent = RecentPackets(capacity: 4_096)
        for group in try ReparseStore.groups(in: connection) {
            let step: Int64 = group.seconds < 3_600 ? 86_400 : 31 * 86_400
            var start = span.lowerBound - 366 * 86_400
            let last = try ReadingStore.lastStart(seconds: group.seconds, in: connection)?.secondsSince1970 ?? start
            while start <= last {
                let readings = try ReadingStore.readings(
                    from: Instant(secondsSince1970: start), to: Instant(secondsSince1970: start + step),
                    seconds: group.seconds, object: group.object, in: connection)
                for reading in readings { try lookBack(from: reading, &recent) }
                if !readings.isEmpty { progress(tally) }
                start += step
            }
        }
    }

    private mutating func lookBack(from reading: Reading, _ recent: inout RecentPackets) throws {
        guard case .packet(let address) = reading.origin, address < end,
            filter.received.contains(reading.arrivedMilliseconds)
        else { return }
        let known: RecentPackets.Packet
        if let found = recent[address] {
            known = found
        } else {
            let packet: LoggedPacket
            do {
                packet = try log.packet(at: address)
            } catch let error as StorageError where error.code == .expiredPackets {
                return
            }
            known = RecentPackets.Packet(packet: packet, given: Set(readings(of: [packet]).keys))
            recent[address] = known
        }
        if known.given.contains(Key(reading)) { return }
        if let mn = filter.mn, Packet(kept: known.packet.entry.raw)?.deviceNumber != mn { return }
        try difference(known.packet, .missing(reading))
    }

    // MARK: -

    private mutating func difference(_ logged: LoggedPacket, _ kind: ParsedDifference.Kind) throws {
        tally.differences += 1
        let mn = Packet(kept: logged.entry.raw)?.deviceNumber ?? ""
        let binding = bindings.binding(of: mn, receivedMilliseconds: logged.entry.receivedMilliseconds)
        let item: String? =
            switch kind {
            case .verdict: nil
            case .new(let reading), .missing(let reading), .value(_, let reading): reading.series.item
            }
        let code = item.flatMap { item in
            binding?.channels.first { $0.item == item || $0.item + "-zs" == item }?.code
        }
        try report(
            ParsedDifference(
                address: logged.address, receivedMilliseconds: logged.entry.receivedMilliseconds, mn: mn, code: code,
                kind: kind))
    }

    private mutating func widen(_ start: Int64) {
        span = min(span?.lowerBound ?? start, start)...max(span?.upperBound ?? start, start)
    }
}
