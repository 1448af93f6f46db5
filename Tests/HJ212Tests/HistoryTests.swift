import Testing

@testable import HJ212

struct HistoryTests {
    private static func time(_ text: String) -> DataTime {
        // Safe: only called with literals below.
        DataTime(digits: Array(text.utf8))!
    }

    private func periods(_ messages: [Message]) -> [String] {
        messages.compactMap(\.period).map { "\($0.lowerBound.text.dropLast(2))-\($0.upperBound.text.dropLast(2))" }
    }

    @Test func `hours are asked for by the day, the newest first`() {
        let range = Self.time("20240601080000")...Self.time("20240603090000")
        let requests = History.requests(.hours, range, profile: DeviceProfile(.v2017))
        #expect(
            periods(requests) == [
                "202406021000-202406030900", "202406011000-202406020900", "202406010800-202406010900",
            ])
        #expect(requests.allSatisfy { $0.command == .hourData })
    }

    @Test func `minutes are asked for by two hours in the interval of the device`() {
        var profile = DeviceProfile(.v2017)
        let range = Self.time("20240601080000")...Self.time("20240601104000")
        #expect(
            periods(History.requests(.minutes, range, profile: profile)) == [
                "202406010850-202406011040", "202406010800-202406010840",
            ])
        profile.minuteInterval = 30
        #expect(
            periods(History.requests(.minutes, range, profile: profile))
                == ["202406010900-202406011030", "202406010800-202406010830"])
    }

    @Test func `days are asked for by the month`() {
        let range = Self.time("20240501000000")...Self.time("20240605000000")
        #expect(
            periods(History.requests(.days, range, profile: DeviceProfile(.v2025)))
                == ["202405060000-202406050000", "202405010000-202405050000"])
    }

    @Test func `one period is one request, and a device that labels with the end is asked by the end`() {
        var profile = DeviceProfile(.v2005)
        let hour = Self.time("20240601080000")
        #expect(periods(History.requests(.hours, hour...hour, profile: profile)) == ["202406010800-202406010800"])
        profile.timeLabel = .end
        #expect(periods(History.requests(.hours, hour...hour, profile: profile)) == ["202406010900-202406010900"])
    }

    @Test func `every period of a range is asked for once, for all kinds and lengths`() {
        for kind in [Message.History.hours, .minutes, .days] {
            for count in Int64(1)...70 {
                let profile = DeviceProfile(.v2017)
                let step = History.stepSeconds(of: kind, profile: profile)
                let first = Self.time("20240501000000")
                let last = DataTime(unixSeconds: first.unixSeconds + (count - 1) * step)
                var asked: [Int64] = []
                for period in History.requests(kind, first...(last ?? first), profile: profile).compactMap(\.period) {
                    asked += stride(
                        from: period.lowerBound.unixSeconds, through: period.upperBound.unixSeconds, by: Int(step))
                    #expect(
                        period.upperBound.unixSeconds - period.lowerBound.unixSeconds < History.sliceSeconds(of: kind))
                }
                #expect(asked.sorted() == (0..<count).map { first.unixSeconds + $0 * step })
            }
        }
    }

    @Test func `gaps are the runs of periods that are not there`() {
        let expected = Self.time("20240601000000")...Self.time("20240601090000")
        let present = Set(["00", "01", "04", "05", "08"].map { Self.time("20240601\($0)0000") })
        let profile = DeviceProfile(.v2017)
        let gaps = History.gaps(.hours, in: expected, present: present, profile: profile)
        #expect(gaps.map { [$0.lowerBound.hour, $0.upperBound.hour] } == [[2, 3], [6, 7], [9, 9]])
        #expect(
            periods(History.requestsForGaps(.hours, in: expected, present: present, profile: profile))
                == ["202406010900-202406010900", "202406010600-202406010700", "202406010200-202406010300"])
    }

    @Test func `without gaps nothing is asked for, without anything all is`() {
        let hour = Self.time("20240601000000")
        let profile = DeviceProfile(.v2017)
        #expect(History.requestsForGaps(.hours, in: hour...hour, present: [hour], profile: profile).isEmpty)
        #expect(History.gaps(.hours, in: hour...hour, present: [], profile: profile) == [hour...hour])
    }

    @Test func `a first connection asks in the order of the standard and leaves out what a dialect does not know`()
        throws
    {
        var first = FirstConnection()
        first.timeOut = .init(seconds: 10, repeats: 3)
        first.realtimeInterval = 60
        first.minuteInterval = 10
        first.sendsRealtime = true
        first.sendsPlantState = false
        let now = Self.time("20240601080000")
        #expect(
            try first.messages(.v2017, now: now).map(\.command.rawValue) == [1012, 1000, 1062, 1064, 2011, 2022])
        #expect(try first.messages(.v2005, now: now).map(\.command.rawValue) == [1012, 1000, 1062, 2011, 2022])
        #expect(try first.messages(.surfaceWater2017, now: now).map(\.command.rawValue) == [1015])
        first.minuteInterval = 7
        #expect(throws: MessageError.self) { try first.messages(.v2017, now: now) }
    }
}
