import HJ212
import Standards
import Testing

@testable import Demo

@Suite struct DeviceSimulatorTests {
    let fixture: HistoryFixture
    let now: Instant
    let dayBefore: Instant

    init() throws {
        fixture = try HistoryFixture()
        now = try HistoryFixture.moment("2026-11-22T09:00")
        dayBefore = now.adding(seconds: -86_400)
    }

    /// What a device sends in a day; of realtime packets, which are many and alike, the first two hours.
    private func packets(
        _ device: DeviceSimulator, _ kinds: [Transmission.Kind] = Transmission.Kind.allCases
    ) -> [(Transmission, DevicePacket)] {
        let twoHours = dayBefore.adding(seconds: 7_200)
        let day = device.transmissions(after: dayBefore, through: now, kinds: kinds)
        return day.filter { $0.kind != .realtime || $0.due <= twoHours }.compactMap { transmission in
            device.packet(for: transmission, sentAt: transmission.due).map { (transmission, $0) }
        }
    }

    @Test func `every frame has the right length and check value but those that are meant wrong`() throws {
        for device in fixture.devices {
            var placeholders = 0
            let packets = packets(device)
            for (transmission, packet) in packets {
                let frame = try PlatformFrame(packet.bytes)
                let isLog = transmission.kind == .log
                #expect((frame.declaredLength == frame.segment.count) == !isLog)
                #expect(frame.segment.count <= 1_024)
                #expect(frame.fields["MN"] == device.device.mn)
                #expect(frame.fields["QN"]?.count == 17)
                #expect(frame.fields["QN"] == packet.qn)
                #expect(frame.hasLineEnd != device.has(.noLineEnd))
                if frame.check == "FFFF", frame.computedCheck != "FFFF" {
                    placeholders += 1
                    #expect(device.has(.placeholderCRC) && transmission.kind == .realtime)
                } else {
                    let expected = frame.computedCheck
                    #expect(frame.check == (device.has(.lowercaseCRC) ? expected.lowercased() : expected))
                }
            }
            let realtime = packets.count { $0.0.kind == .realtime }
            let expected = device.has(.placeholderCRC) ? realtime / 20...realtime / 5 : 0...0
            #expect(expected.contains(placeholders))
        }
    }

    @Test func `the product's own scanner reads every acceptable frame and none of the others`() throws {
        for device in fixture.devices {
            var scanner = FrameScanner()
            let packets = packets(device, [.realtime, .hour, .log])
            scanner.feed(packets.flatMap(\.1.bytes))
            var frames: [Frame] = []
            while let frame = scanner.next() { frames.append(frame) }
            frames += scanner.flush()
            #expect(frames.count == packets.count)
            for (frame, packet) in zip(frames, packets) {
                #expect(frame.isAcceptable == !packet.1.bytes.contains(Array("FFFF".utf8)))
                #expect(Packet(frame).head(.qn)?.string == packet.1.qn)
            }
        }
    }

    @Test func `a span cut in two gives the same transmissions as the whole`() {
        for device in fixture.devices {
            let whole = device.transmissions(after: dayBefore, through: now)
            for seconds in [1, 3_599, 40_000] {
                let cut = dayBefore.adding(seconds: seconds)
                let parts =
                    device.transmissions(after: dayBefore, through: cut)
                    + device.transmissions(after: cut, through: now)
                #expect(parts == whole)
            }
        }
    }

    @Test func `next is the first of all that follow, and packets at a second are those due in it`() throws {
        for device in fixture.devices where device.silentFrom == nil {
            let first = try #require(device.transmissions(after: dayBefore, through: now).first)
            #expect(device.next(after: dayBefore) == first)
            #expect(device.next(after: first.due.adding(seconds: -1))?.due == first.due)
            #expect(device.packets(at: first.due).isEmpty == (device.packet(for: first, sentAt: first.due) == nil))
        }
    }

    @Test func `hours of an air station carry the history's values under the START of the hour`() throws {
        for (place, station) in fixture.history.plan.airStations.enumerated() where station.code != "D012A" {
            let device = try fixture.device(station.code)
            for (transmission, packet) in packets(device, [.hour]) {
                let frame = try PlatformFrame(packet.bytes)
                let hour = LocalHour(containing: transmission.period)
                #expect(frame.value("DataTime") == Self.digits(transmission.period))
                let truth = fixture.script.air(station: place, at: hour)
                #expect(frame.value("a34004-Avg") == (truth.valid(.pm25).map(String.init) ?? frame.value("a34004-Avg")))
                if truth.gap == nil { #expect(frame.value("a34002-Flag") == "N") }
            }
        }
    }

    @Test func `a station that sends nanograms sends the same mass`() throws {
        let device = try fixture.device("D012A")
        let (transmission, packet) = try #require(packets(device, [.hour]).first)
        let truth = fixture.history.air(station: 11, at: LocalHour(containing: transmission.period))
        #expect(try PlatformFrame(packet.bytes).value("a34004-Avg") == "\(truth.pm25 * 1_000).000")
    }

    @Test func `the ten-minute means of an hour add up to its mean but for rounding`() throws {
        for device in fixture.devices where device.device.realtimeSeconds > 0 {
            let hour = LocalHour(containing: dayBefore.adding(seconds: 3 * 3_600))
            let parts = (0..<6).compactMap { device.samples(tenMinutesFrom: hour.start.adding(seconds: $0 * 600)) }
            guard let whole = device.samples(hour), parts.count == 6 else { continue }
            for (place, sample) in whole.enumerated() where sample.channel.item != "windDirection" {
                let sum = parts.reduce(0) { $0 + $1[place].value }
                #expect(abs(sum - 6 * sample.value) <= 6, "\(device.device.mn) \(sample.channel.code)")
            }
        }
    }

    @Test func `a slow clock shows in QN and DataTime, not in the period`() throws {
        let device = try fixture.device("D003A")
        for (transmission, packet) in packets(device, [.realtime, .hour]) {
            let frame = try PlatformFrame(packet.bytes)
            #expect(frame.fields["QN"]?.prefix(14) == Self.digits(transmission.due.adding(seconds: -180))[...])
            if transmission.kind == .hour { #expect(frame.value("DataTime")?.hasSuffix("0000") == true) }
        }
    }

    @Test func `one hour comes twice and one hour comes late`() throws {
        let twice = try packets(fixture.device("D009A"), [.hour]).map(\.0.period)
        #expect(twice.count == Set(twice).count + 1)
        let late = try packets(fixture.device("D011A"), [.hour]).map(\.0.period)
        #expect(late != late.sorted())
        #expect(late.count == Set(late).count)
    }

    @Test func `HJ 212-2025 devices mark what they send again, older ones cannot`() throws {
        for (line, marked) in [("E03", true), ("E01", false)] {
            let device = try fixture.device(line)
            let transmission = try #require(device.transmissions(after: dayBefore, through: now, kinds: [.hour]).first)
            let packet = try #require(device.packet(for: transmission, sentAt: now, resent: true))
            let frame = try PlatformFrame(packet.bytes)
            #expect(frame.fields["RF"] == (marked ? "1" : nil))
            #expect(frame.fields["Flag"] == (marked ? "9" : "5"))
        }
    }

    @Test func `an energy mean of noise levels weighs by power`() {
        // Four equal periods 55, 60, 58, 62 dB: 59.4597 (10 lg of the mean power).
        #expect(DeviceSimulator.energyMean([550, 600, 580, 620]) == 595)
    }

    static func digits(_ moment: Instant) -> String {
        moment.description.prefix(19).filter(\.isNumber)
    }
}
