import Standards
import Testing

@testable import Demo

@Suite struct LineSessionTests {
    let fixture: HistoryFixture
    /// 12:00:30 on the demo's day: nothing new is due for some seconds.
    let now: Instant

    init() throws {
        fixture = try HistoryFixture()
        now = try HistoryFixture.moment("2026-11-22T12:00:30")
    }

    private func session(_ line: String, hours: Int = 3) throws -> LineSession {
        let members = fixture.devices.filter { $0.device.line == line }
        return LineSession(name: line, devices: members, answeredThrough: now.adding(seconds: -hours * 3_600))
    }

    private func written(_ actions: [LineSession.Action]) -> [[UInt8]] {
        actions.compactMap { if case .write(let bytes) = $0 { bytes } else { nil } }
    }

    private func hourFrames(_ actions: [LineSession.Action]) throws -> [PlatformFrame] {
        try written(actions).map(PlatformFrame.init).filter { $0.fields["CN"] == "2061" }
    }

    @Test func `kept packets go one by one, each after the answer to the one before`() throws {
        var session = try session("D005A")
        var frames = try hourFrames(session.open(at: now))
        var seen: [String] = []
        while let frame = frames.first {
            #expect(frames.count == 1)
            seen.append(frame.value("DataTime") ?? "")
            #expect(!session.isCaughtUp)
            let answer = PlatformFrame.answer(9014, qn: frame.fields["QN"] ?? "", mn: frame.fields["MN"] ?? "")
            frames = try hourFrames(session.receive(answer, at: now))
        }
        #expect(seen == ["20261122090000", "20261122100000", "20261122110000"])
        #expect(session.isCaughtUp)
    }

    @Test func `without an answer the same bytes go out again each ten seconds, three times, then rest`() throws {
        var session = try session("D005A")
        let first = try #require(try hourFrames(session.open(at: now)).first)
        var times = 0
        for second in 1...120 {
            for again in try hourFrames(session.advance(to: now.adding(seconds: second))) {
                times += 1
                #expect(second == times * 10)
                #expect(again.segment == first.segment)
            }
        }
        #expect(times == DeviceQueue.repeats)
        let later = try hourFrames(session.advance(to: now.adding(seconds: 400)))
        #expect(later.first?.value("DataTime") == first.value("DataTime"))
        #expect(later.first?.fields["QN"] != first.fields["QN"])
    }

    @Test func `an answer with another QN or for another device lets nothing go`() throws {
        var session = try session("D005A")
        let frame = try #require(try hourFrames(session.open(at: now)).first)
        let mn = try #require(frame.fields["MN"])
        let wrong = PlatformFrame.answer(9014, qn: "20200101000000000", mn: mn)
        #expect(try hourFrames(session.receive(wrong, at: now)).isEmpty)
        let stranger = PlatformFrame.answer(9014, qn: frame.fields["QN"] ?? "", mn: "DE00000000000000000000FF")
        #expect(try hourFrames(session.receive(stranger, at: now)).isEmpty)
    }

    @Test func `after a break the packet under way goes out again`() throws {
        var session = try session("D005A")
        let frame = try #require(try hourFrames(session.open(at: now)).first)
        let again = try #require(try hourFrames(session.open(at: now.adding(seconds: 3))).first)
        #expect(again.value("DataTime") == frame.value("DataTime"))
    }

    @Test func `live packets are lost while the line is down`() throws {
        var session = try session("D001A", hours: 0)
        let later = now.adding(seconds: 3 * 3_600)
        let realtime = try written(session.open(at: later)).map(PlatformFrame.init)
            .filter { $0.fields["CN"] == "2011" }
        #expect(realtime.count == 1)
    }

    @Test func `several devices on one line each have their own packet under way`() throws {
        var session = try session("W-forwarder", hours: 24)
        let frames = try hourFrames(session.open(at: now))
        // The dry section has none.
        #expect(Set(frames.compactMap { $0.fields["MN"] }).count == 9)
    }

    @Test func `a history request is answered by 9011, the periods and 9012, with the hours held back too`() throws {
        var session = try session("D010A", hours: 0)
        _ = session.open(at: now)
        let mn = try fixture.device("D010A").device.mn
        let request = PlatformFrame.answer(
            2061, qn: "20261122120030001", mn: mn, content: "BeginTime=20261121100000;EndTime=20261121140000", flag: 5)
        let frames = try written(session.receive(request, at: now)).map(PlatformFrame.init)
        #expect(frames.map { $0.fields["CN"] } == ["9011", "2061", "2061", "2061", "2061", "2061", "9012"])
        #expect(frames.first?.fields["QN"] == "20261122120030001")
        #expect(frames.last?.value("ExeRtn") == "1")
        let empty = PlatformFrame.answer(
            2061, qn: "20261122120030002", mn: mn, content: "BeginTime=20301121100000;EndTime=20301121140000", flag: 5)
        let none = try written(session.receive(empty, at: now)).map(PlatformFrame.init)
        #expect(none.last?.value("ExeRtn") == "100")
    }

    @Test func `a device whose clock is set is on time from then on`() throws {
        var session = try session("D003A", hours: 0)
        _ = session.open(at: now)
        let mn = try fixture.device("D003A").device.mn
        func clock() throws -> String? {
            let ask = PlatformFrame.answer(1011, qn: "1", mn: mn, flag: 5)
            let frames = try written(session.receive(ask, at: now)).map(PlatformFrame.init)
            return frames.compactMap { $0.value("SystemTime") }.first
        }
        #expect(try clock() == "20261122115730")
        let set = PlatformFrame.answer(1012, qn: "2", mn: mn, content: "SystemTime=20261122120030", flag: 5)
        _ = session.receive(set, at: now)
        #expect(try clock() == "20261122120030")
    }

    @Test func `an unknown command is refused`() throws {
        var session = try session("D001A", hours: 0)
        _ = session.open(at: now)
        let request = PlatformFrame.answer(1031, qn: "3", mn: try fixture.device("D001A").device.mn, flag: 5)
        let frames = try written(session.receive(request, at: now)).map(PlatformFrame.init)
        #expect(frames.map { $0.value("QnRtn") } == ["2"])
    }

    @Test func `a device's way of writing shows in the pieces`() throws {
        var halves = try session("D007A")
        let actions = halves.open(at: now)
        #expect(actions.contains { if case .pause = $0 { true } else { false } })
        _ = try PlatformFrame(written(actions).prefix(2).flatMap(\.self))
        var banner = try session("D008A")
        #expect(written(banner.open(at: now)).first?.starts(with: Array("SN:".utf8)) == true)
        var doubled = 0
        for hours in 1...40 {
            var session = try session("N04", hours: hours)
            let frames = try hourFrames(session.open(at: now))
            if frames.count == 2 { doubled += 1 }
        }
        #expect((1...25).contains(doubled))
        var sticky = try session("D006A")
        let pieces = written(sticky.open(at: now))
        #expect(pieces.contains { String(decoding: $0, as: UTF8.self).split(separator: "##").count > 1 })
    }

    @Test func `the silent enterprise delivers what it has and then closes`() throws {
        var session = try session("E02", hours: 27)
        var frames = try hourFrames(session.open(at: now))
        var count = 0
        while let frame = frames.first {
            count += 1
            let answer = PlatformFrame.answer(9014, qn: frame.fields["QN"] ?? "", mn: frame.fields["MN"] ?? "")
            frames = try hourFrames(session.receive(answer, at: now))
        }
        // 9:00:30 to 12:00 of the day before: the hours from 9 and 10 o'clock; that from 11 would have come at 12:00.
        #expect(count == 2)
        #expect(session.isSilent(at: now))
    }
}
