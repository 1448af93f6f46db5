import Testing

@testable import HJ212

/// The mutations of the shared vectors against what their records recommend (`expected.recommended`).
@Suite(.enabled(if: SharedVectors.arePresent, "../shared/data/hj212/vectors.jsonl is absent"))
struct JudgementVectorTests {
    /// The packets were made on 2024-06-01 before nine in the morning; they are judged as if received then.
    private static let received = DataTime(digits: Array("20240601090000".utf8)).map(\.unixSeconds) ?? 0

    private static let mutations = SharedVectors.all.filter { $0.origin == "mutation" }

    private func frames(_ vector: Vector) -> [Frame] {
        var scanner = FrameScanner()
        scanner.feed(vector.bytes)
        var frames: [Frame] = []
        while let frame = scanner.next() { frames.append(frame) }
        return frames + scanner.flush()
    }

    private func judged(_ vector: Vector, _ profile: DeviceProfile? = nil) -> [Judgement] {
        frames(vector).map { frame in
            let packet = Packet(frame)
            // Without another profile the one that a new device would be given.
            let profile = profile ?? DeviceProfile(Dialect(guessedFrom: packet))
            return profile.judge(packet, received: Self.received)
        }
    }

    private func one(_ id: String, _ profile: DeviceProfile? = nil) throws -> Judgement {
        let vector = try #require(Self.mutations.first { $0.id == id })
        return try #require(judged(vector, profile).first)
    }

    /// Recommendations that are not plain acceptance. What begins with "accept", "trim", "match", "null" and the like
    /// must be accepted.
    private static let verdicts: [String: [Judgement.Verdict]] = {
        let refused = [Judgement.Verdict.refused(.wrongChecksum)]
        return [
            "reject or accept by per-device switch; flag crc_byteswapped": refused,
            "reject by default; per-device switch": refused, "reject": refused,
            "reject, QnRtn=9 if Flag bit0 set and QN readable; do not store": refused,
            "reject unless the device is on a no-CRC list": refused,
            "reject; must not eat the next frame": refused,
            "two frames": [.accepted, .accepted], "five frames": Array(repeating: .accepted, count: 5),
            "keep, wait": [], "keep, wait (bounded time)": [], "no frame": [], "close": [],
            "close after N bytes without ##": [],
            "drop the cut one, give the second": [.refused(.broken), .accepted],
            "first and third": [.accepted, .refused(.wrongChecksum), .accepted],
            "both frames, first flagged len_mismatch": [.accepted, .accepted],
            "quarantine; use the MN bound to the connection only if configured": [.quarantined(.deviceMissing)],
            "ACK, store in quarantine, alarm clock_ahead; do not use in averages": [.quarantined(.timeAhead)],
            "ACK, quarantine, start time calibration": [.quarantined(.timeOfDefaultClock)],
            "quarantine or read as next day 00 by device switch": [.quarantined(.timeImpossible)],
            "frame is valid; the DataTime plausibility check must catch it": [.quarantined(.timeAhead)],
            "drop, resync at next ##, count": [.refused(.segmentTooLong)],
        ]
    }()

    @Test func `every mutation is accepted, set aside or refused as recommended`() throws {
        #expect(Self.mutations.count == 126)
        for vector in Self.mutations {
            let recommended = try #require(vector.expected?.recommended)
            let verdicts = judged(vector).map(\.verdict)
            if recommended == "quarantine" {
                #expect(
                    verdicts == [.quarantined(vector.id == "v0323" ? .timeImpossible : .commandMissing)], "\(vector.id)"
                )
            } else {
                #expect(verdicts == Self.verdicts[recommended] ?? [.accepted], "\(vector.id): \(recommended)")
            }
        }
    }

    @Test func `what was kept for its content is judged the same when it is read back from the log`() throws {
        for vector in SharedVectors.all {
            for frame in frames(vector) {
                let packet = Packet(frame)
                let profile = DeviceProfile(Dialect(guessedFrom: packet))
                let judgement = profile.judge(packet, received: Self.received)
                if case .refused = judgement.verdict { continue }
                let kept = try #require(Packet(kept: Array(frame.bytes)), "\(vector.id)")
                let again = profile.judge(kept, received: Self.received)
                #expect(again.verdict == judgement.verdict, "\(vector.id)")
                #expect(again.time == judgement.time, "\(vector.id)")
            }
        }
    }

    @Test func `what is set aside for its time is answered, what is refused is not`() throws {
        for vector in Self.mutations {
            for judgement in judged(vector) {
                switch judgement.verdict {
                case .refused, .quarantined(.deviceMissing), .quarantined(.wrongPassword):
                    #expect(judgement.answer == nil, "\(vector.id)")
                case .accepted, .quarantined:
                    let isHeartbeat = judgement.packet.commandNumber == .heartbeat
                    #expect(judgement.answer == (isHeartbeat ? .notice : judgement.packet.wantsAnswer ? .data : nil))
                }
            }
        }
    }

    @Test(arguments: [
        ("v0258", [Tolerance.checksumUnpadded]), ("v0269", [.length]), ("v0278", [.length]),
        ("v0302", [.answerWithoutNumber]),
        ("v0317", [.unknownVersion, .partNumbers]), ("v0318", [.partNumbers]), ("v0319", [.partNumbers]),
        ("v0320", [.partNumbers]), ("v0325", [.timeWithFraction]), ("v0326", [.timeWithoutSeconds]),
        ("v0327", [.timeFromNumber]), ("v0328", [.timeFromNumber]), ("v0256", []), ("v0379", []),
    ])
    func `what is let pass is named`(id: String, tolerances: [Tolerance]) throws {
        #expect(try one(id).tolerances == tolerances)
    }

    @Test(arguments: [
        ("v0260", [ChecksumMatch.swapped], Tolerance.checksumSwapped), ("v0261", [.modbus], .checksumModbus),
        ("v0262", [.modbusSwapped], .checksumModbus), ("v0264", [.wrong], .checksumIgnored),
        ("v0266", [.absent], .checksumIgnored),
    ])
    func `another check value passes only on a device that is set so, by name`(
        id: String, accepted: [ChecksumMatch], name: Tolerance
    ) throws {
        var profile = DeviceProfile(.v2017)
        for other in ChecksumMatch.allCases where other != .right && !accepted.contains(other) {
            profile.checksums = [other]
            #expect(try one(id, profile).verdict == .refused(.wrongChecksum), "\(other)")
        }
        profile.checksums = Set(accepted)
        #expect(try one(id, profile).verdict == .accepted)
        #expect(try one(id, profile).tolerances == [name])
    }

    @Test func `hour 24 is read as the next day only on a device that is set so`() throws {
        var profile = DeviceProfile(.v2017)
        profile.readsHour24 = true
        let judgement = try one("v0324", profile)
        #expect(judgement.tolerances == [.hour24])
        #expect(judgement.time?.hour == 0)
        #expect(
            judgement.verdict
                == (judgement.time.map { $0.unixSeconds > Self.received + 600 } == true
                    ? .quarantined(.timeAhead) : .accepted))
    }

    @Test func `a wrong or missing password is set aside without an answer where one is insisted on`() throws {
        var profile = DeviceProfile(.v2017)
        profile.password = "123456"
        #expect(try one("v0256", profile).verdict == .accepted)
        for id in ["v0307", "v0308"] {
            #expect(try one(id, profile).verdict == .quarantined(.wrongPassword))
            #expect(try one(id, profile).answer == nil)
        }
    }

    @Test func `a packet without a system type takes that of the record, by name`() throws {
        var profile = DeviceProfile(.v2017)
        profile.systemType = .waterSource
        #expect(try one("v0305", profile).tolerances == [.systemTypeFromRecord])
    }

    /// The first value of the first factor, by the recommendation on values.
    @Test(arguments: [
        ("v0332", nil), ("v0333", nil), ("v0334", nil), ("v0335", nil), ("v0340", nil), ("v0343", nil), ("v0344", nil),
        ("v0337", SentDecimal(units: -3, scale: 1)), ("v0338", SentDecimal(units: 401, scale: 1)),
        ("v0341", SentDecimal(units: 401, scale: 1)), ("v0342", SentDecimal(units: 5, scale: 1)),
        ("v0361", SentDecimal(units: 401, scale: 1)), ("v0355", SentDecimal(units: 401, scale: 1)),
    ])
    func `a value is what was sent or missing, never zero`(id: String, value: SentDecimal?) throws {
        #expect(try one(id).packet.items.first?[.realtime]?.decimal == value)
    }

    @Test func `a converted value that could not be computed is told from a value`() throws {
        #expect(try one("v0336").packet.items.first?[.realtime]?.decimal?.isUncomputable == true)
        #expect(try one("v0256").packet.items.first?[.realtime]?.decimal?.isUncomputable == false)
    }

    @Test func `a full-width comma divides two fields and the packet says that a separator is missing`() throws {
        let packet = try one("v0355").packet
        #expect(packet.items.map(\.isDamaged) == [false, false])
        #expect(packet.items.first?[.flag]?.string == "N")
        #expect(packet.issues.contains(.separatorMissing))
    }

    @Test func `an unknown command is kept and answered but gives no data`() throws {
        #expect(try !one("v0363").holdsData)
        #expect(try one("v0256").holdsData)
    }

    @Test func `split parts of the vectors complete their group`() throws {
        var groups = SplitGroups()
        let arrivals = try ["v0376", "v0377", "v0378"].map { groups.add(try one($0).packet, at: 0) }
        #expect(arrivals == [.part(missing: 1), .completed, .duplicate])
        groups = SplitGroups()
        #expect(try ["v0376", "v0378"].map { groups.add(try one($0).packet, at: 0) }.last == .completed)
    }

    @Test func `deviations are counted by kind`() throws {
        var tally = ToleranceTally()
        for vector in Self.mutations { for judgement in judged(vector) { tally.add(judgement, looksInside: true) } }
        #expect(tally.counts["accepted_crc_unpadded"] == 1)
        #expect(tally.counts["quarantined_timeImpossible"] == 2)
        #expect(tally.counts["refused_wrongChecksum"] == 9)
        #expect(tally.counts.keys.allSatisfy { !$0.contains("(") })
    }
}
