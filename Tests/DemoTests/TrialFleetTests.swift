import HJ212
import Standards
import Testing

@testable import Demo

@Suite struct TrialFleetTests {
    let start: Instant
    let end: Instant

    init() throws {
        start = try HistoryFixture.moment("2026-11-22T08:00")
        end = try HistoryFixture.moment("2026-11-23T09:00")
    }

    private func fleet(
        _ edition: DistrictPlan.Device.Version = .hj2017, _ profile: TrialProfile = .outlet,
        _ deviations: [Deviation] = []
    ) -> TrialFleet {
        var fleet = TrialFleet()
        fleet.edition = edition
        fleet.profile = profile
        fleet.deviations = deviations
        fleet.realtimeSeconds = 300
        return fleet
    }

    private func stream(_ fleet: TrialFleet) -> [UInt8] {
        var bytes: [UInt8] = []
        fleet.packets(after: start, through: end) { packet in
            bytes += packet
            return true
        }
        return bytes
    }

    /// What the product's own scanner makes of all that a fleet sends in a day.
    private func packets(_ fleet: TrialFleet) -> [Packet] { Packet.all(in: stream(fleet)) }

    @Test(arguments: TrialProfile.allCases)
    func `a device of each edition that does nothing wrong sends packets without an issue`(
        _ profile: TrialProfile
    ) throws {
        for edition in [DistrictPlan.Device.Version.hj2005, .hj2017, .hj2025] where profile.exists(in: edition) {
            let packets = packets(fleet(edition, profile))
            #expect(packets.count > 300)
            for packet in packets {
                #expect(packet.issues == [])
                #expect(packet.isValid)
                #expect(packet.version.rawValue == edition.rawValue)
                #expect(packet.systemType?.rawValue == profile.systemType)
                #expect(packet.wantsAnswer)
                let time = try #require(packet.dataTime)
                #expect(time.unixSeconds < end.secondsSince1970)
                for item in packet.items {
                    let text = try #require(item[.average] ?? item[.noise] ?? item[.realtime])
                    #expect(ExactDecimal(utf8: text.bytes) != nil)
                }
            }
            let commands = Set(packets.compactMap { $0.commandNumber?.rawValue })
            #expect(commands == (profile == .water ? [2011, 2051, 2061] : [2011, 2051, 2061, 2031]))
        }
    }

    @Test func `the same seed gives the same bytes and another seed others`() {
        var other = fleet()
        other.seed = 2
        #expect(stream(fleet()) == stream(fleet()))
        #expect(stream(fleet()) != stream(other))
    }

    /// The issue by which each deviation shows in a packet, and the judgement of a packet with it.
    private static let shown: [(Deviation, issue: String, isAccepted: Bool)] = [
        (.lowercaseCRC, "crc_lowercase", true), (.lineFeedOnly, "terminator_LF", true),
        (.noLineEnd, "terminator_none", true), (.extraLineEnd, "extra_line_end", true),
        (.wrongLength, "len_mismatch(+2)", true), (.unpaddedCRC, "crc_unpadded", true),
        (.swappedCRC, "crc_byteswapped", false), (.modbusCRC, "crc_modbus", false), (.wrongCRC, "crc_wrong", false),
        (.placeholderCRC, "crc_value_impossible", false), (.missingNumber, "no_qn", true),
        (.headReordered, "head_order", true), (.blankInHead, "space_in_head", true),
        (.emptyPassword, "empty_pw", true), (.noClosing, "cp_close_missing", true),
        (.trailingSemicolon, "cp_trailing_semicolon", true), (.allCommas, "group_mixes_items", true),
        (.duplicateKey, "dup_cp_key", true), (.blankAfterSeparator, "space_in_cp", true),
        (.gbkText, "text_gbk", true), (.lengthByCharacters, "len_mismatch(-12)", true),
    ]

    @Test(arguments: shown.indices)
    func `a deviation of the bytes shows under its name, and is let pass or refused as meant`(_ place: Int) throws {
        let (deviation, issue, isAccepted) = Self.shown[place]
        let packets = packets(fleet(.hj2017, .outlet, [deviation]))
        let affected = packets.filter { packet in packet.issues.contains { $0.rawValue == issue } }
        #expect(!affected.isEmpty, "\(deviation)")
        for packet in affected {
            let judgement = DeviceProfile(.v2017).judge(packet, received: end.secondsSince1970)
            #expect((judgement.verdict == .accepted) == isAccepted, "\(deviation) \(judgement)")
        }
    }

    @Test func `half a packet never becomes one, and the one behind it is read`() {
        let whole = packets(fleet()).count
        let cut = packets(fleet(.hj2017, .outlet, [.cutPackets]))
        let good = cut.filter(\.isValid)
        #expect(good.count < whole)
        #expect(good.count > whole * 7 / 10)
        #expect(good.allSatisfy { $0.issues == [] })
    }

    @Test func `a repeated packet is right though it was spoiled on its first way`() throws {
        let device = try #require(fleet(.hj2017, .outlet, [.wrongCRC]).devices().first)
        let packets = device.transmissions(after: start, through: end).compactMap {
            device.packet(for: $0, sentAt: $0.due)
        }
        #expect(packets.contains { $0.bytes != $0.repeated })
        #expect(packets.allSatisfy { Packet.all(in: $0.repeated).allSatisfy(\.isValid) })
    }

    @Test(arguments: [(Deviation.futureClock, 7_200.0), (.epochClock, -1_767_196_800), (.slowClock, -180)])
    func `a wrong clock shows in the numbers and times of all packets`(_ deviation: Deviation, _ offset: Double) throws
    {
        let packets = packets(fleet(.hj2017, .outlet, [deviation]))
        #expect(packets.count > 300)
        for packet in packets where packet.commandNumber == .realtimeData {
            let time = try #require(packet.dataTime)
            let shifted = Double(time.unixSeconds) - offset
            #expect(shifted > Double(start.secondsSince1970) && shifted <= Double(end.secondsSince1970))
        }
    }

    @Test func `a device that resends in a burst sends each hour of the day before twice`() {
        let packets = packets(fleet(.hj2017, .outlet, [.burstResend])).filter { $0.commandNumber == .hourData }
        let times = packets.compactMap { $0.dataTime?.unixSeconds }
        #expect(times.count > 24 + 20)
        #expect(Set(packets.compactMap { $0.exchangeNumber?.string }).count == packets.count)
    }

    @Test func `content of 2025 is ciphered and comes back clear under its key`() throws {
        let key = try #require(CipherKey(text: "0123456789abcdef"))
        var secret = fleet(.hj2025)
        secret.keys = [secret.firstNumber: key]
        let clear = packets(fleet(.hj2025))
        let sent = packets(secret)
        #expect(sent.count == clear.count)
        for (sent, clear) in zip(sent, clear) {
            #expect(sent.isCiphered)
            let back = try sent.deciphered(with: KeyRing(current: key)).packet
            #expect(Array(back.content.bytes) == Array(clear.content.bytes))
        }
    }

    @Test func `numbers are counted up in the digits at the end and never beyond them`() {
        var fleet = fleet()
        fleet.firstNumber = "DE00000000000000000000FFFFFE"
        #expect(fleet.number(0) == "DE00000000000000000000FFFFFE")
        #expect(fleet.number(1) == "DE00000000000000000000FFFFFF")
        #expect(fleet.number(2) == nil)
        fleet.firstNumber = "STATION-XY"
        #expect(fleet.number(0) == nil)
    }
}
