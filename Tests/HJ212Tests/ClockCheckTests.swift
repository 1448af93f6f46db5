import Testing

@testable import HJ212

struct ClockCheckTests {
    private static func seconds(_ text: String) -> Int64 {
        DataTime(digits: Array(text.utf8))?.unixSeconds ?? 0
    }

    private static func reading(_ drift: Int64, roundTrip: Int64 = 0) throws -> ClockCheck.Reading {
        let sent = seconds("20240601080000") * 1000 + 500
        let device = try #require(DataTime(unixSeconds: seconds("20240601080000") + drift))
        return ClockCheck.Reading(device: device, sent: sent - roundTrip / 2, received: sent + roundTrip / 2)
    }

    @Test func `drift counts from the middle of the way there and back`() throws {
        for roundTrip in [Int64(0), 400, 4000] {
            let reading = try Self.reading(7, roundTrip: roundTrip)
            #expect(reading.drift == 7000)
            #expect(reading.roundTrip == roundTrip)
        }
    }

    @Test(arguments: [(-3, true), (-2, false), (0, false), (2, false), (3, true)])
    func `a clock that is off by two seconds is left alone`(drift: Int64, isSet: Bool) throws {
        let now = Self.seconds("20240601083000") * 1000
        let decision = ClockCheck.decide(try Self.reading(drift), now: now)
        #expect((decision != .leave) == isSet)
    }

    @Test func `the new time is that at which the request arrives`() throws {
        let now = Self.seconds("20240601083000") * 1000
        let expected = DataTime(digits: Array("20240601083002".utf8)).map(ClockCheck.Decision.set)
        #expect(ClockCheck.decide(try Self.reading(-60, roundTrip: 4000), now: now) == expected)
    }

    @Test(
        arguments: [
            // Ahead by a minute: no step back from 09:00 to 08:59, nor within half a minute of the border.
            ("20240601085829", 60, nil), ("20240601085830", 60, "20240601090030"),
            ("20240601085930", 60, "20240601090030"),
            ("20240601090000", 60, "20240601090030"), ("20240601090029", 60, "20240601090030"),
            ("20240601090031", 60, nil),
            // Behind: a step forward makes no record twice.
            ("20240601085959", -60, nil), ("20240601090001", -60, nil),
            // Ahead by nearly an hour or more: it crosses a border whenever it is done.
            ("20240601083000", 3600, nil), ("20240601085959", 86_400, nil),
            // At midnight as at any hour.
            ("20240601235950", 30, "20240602000030"),
        ] as [(String, Int64, String?)])
    func `a clock never steps back across a full hour`(now: String, drift: Int64, waitsUntil: String?) throws {
        let decision = ClockCheck.decide(try Self.reading(drift), now: Self.seconds(now) * 1000)
        if let waitsUntil {
            #expect(decision == .wait(until: Self.seconds(waitsUntil) * 1000 + 1))
        } else {
            #expect(decision == DataTime(unixSeconds: Self.seconds(now)).map(ClockCheck.Decision.set))
        }
    }

    @Test func `for every second of an hour a step back stays within its hour or waits, and the wait ends`() throws {
        for drift in [Int64(3), 29, 30, 31, 600, 3000, 3500] {
            let reading = try Self.reading(drift)
            for second in Int64(0)..<3600 {
                var now = (Self.seconds("20240601080000") + second) * 1000
                if case .wait(let until) = ClockCheck.decide(reading, now: now) {
                    #expect(until > now)
                    now = until
                }
                guard case .set(let time) = ClockCheck.decide(reading, now: now) else {
                    Testing.Issue.record("waits twice at \(second) with \(drift)")
                    continue
                }
                let device = now / 1000 + drift
                #expect(device / 3600 == time.unixSeconds / 3600, "\(second) \(drift)")
            }
        }
    }

    @Test func `the notice of a device is answered and its clock set, that of the instrument it names`() throws {
        let segment = "QN=20240601080000000;ST=32;CN=1013;PW=123456;MN=A1;Flag=5;CP=&&PolId=w01018&&"
        let notice = try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
        #expect(DeviceProfile(.v2017).judge(notice, received: 1_717_200_000).answer == .notice)
        let now = Self.seconds("20240601080000") * 1000
        let expected = DataTime(unixSeconds: now / 1000 + 1).map { Message.setClock(to: $0, of: "w01018") }
        #expect(ClockCheck.message(for: notice, now: now, roundTrip: 2000) == expected)
        let other = try #require(Packet(record: GoldenPackets.bytes(GoldenPackets.annexA)))
        #expect(ClockCheck.message(for: other, now: now) == nil)
    }

    @Test func `drift over an hour is a median that packets sent again do not move`() throws {
        var monitor = DriftMonitor()
        #expect(monitor.median(now: 0) == nil)
        let start = Self.seconds("20240601080000") * 1000
        for (index, drift) in [5000, 5100, 4900, -900_000, 5050].enumerated() {
            let arrival = start + Int64(index) * 60_000
            var numbers = QNSequence()
            let number = numbers.next(unixMilliseconds: arrival + Int64(drift)) ?? ""
            for mark in ["", "RF=1;"] {
                let segment =
                    "QN=\(mark.isEmpty ? number : "20200101000000000");ST=32;CN=2011;MN=A1;Flag=9;\(mark)CP=&&&&"
                monitor.add(
                    try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first),
                    arrival: arrival)
            }
        }
        #expect(monitor.median(now: start + 300_000) == 5000)
        #expect(monitor.median(now: start + 10_000_000) == nil)
    }
}
