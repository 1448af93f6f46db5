import Testing

@testable import HJ212

struct ExchangeQueueTests {
    /// 2024-06-01 08:00 in Beijing, in milliseconds.
    private static let start = (DataTime(digits: Array("20240601080000".utf8))?.unixSeconds ?? 0) * 1000

    private func queue(_ dialect: Dialect = .v2017) -> ExchangeQueue {
        ExchangeQueue(
            address: DeviceAddress(mn: "A1", password: "123456", systemType: .waterSource, dialect: dialect))
    }

    private func text(_ actions: [ExchangeQueue.Action]?) -> [String] {
        (actions ?? []).map { action in
            switch action {
            case .started(let id, let qn): "\(id) starts \(qn)"
            case .exchange(let id, .wake): "\(id) waits"
            case .exchange(let id, let action): "\(id) \(Transcript.text(action))"
            case .failed(let id, let error): "\(id) fails \(error.code)"
            case .wake(let time): "wake +\(time - Self.start)"
            }
        }
    }

    private func answer(_ command: Int, _ content: String, to qn: String) throws -> Packet {
        let segment = "QN=\(qn);ST=91;CN=\(command);PW=123456;MN=A1;Flag=4;CP=&&\(content)&&"
        return try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
    }

    @Test func `one request is in flight and the next goes out three seconds after its end`() throws {
        var queue = queue()
        let now = Self.start
        #expect(text(queue.connected(now: now)).isEmpty)
        #expect(
            text(queue.submit(.startRealtime, id: 1, now: now)) == [
                "1 starts 20240601080000000", "1 → 2011", "1 waits",
            ])
        #expect(text(queue.submit(.stopRealtime, id: 2, now: now)).isEmpty)
        #expect(queue.inFlight == 1)
        let done = queue.received(try answer(9012, "ExeRtn=1", to: "20240601080000000"), now: now + 500)
        #expect(text(done) == ["1 · finished 1", "wake +3500"])
        #expect(text(queue.clock(now: now + 3499)) == ["wake +3500"])
        #expect(text(queue.clock(now: now + 3500)) == ["2 starts 20240601080003500", "2 → 2012", "2 waits"])
        #expect(text(queue.clock(now: now + 3600)) == ["2 waits"])
    }

    @Test func `numbers rise even when the clock is set back, also after a restart`() throws {
        var queue = queue()
        _ = queue.connected(now: Self.start)
        queue.timing.pause = 0
        var numbers: [String] = []
        for (id, setBack) in [0, 0, -60_000].enumerated() {
            queue.clockOffset = Int64(setBack)
            numbers += text(queue.submit(.startRealtime, id: Int64(id), now: Self.start)).filter {
                $0.contains("starts")
            }
            _ = queue.cancel(Int64(id), now: Self.start)
        }
        #expect(numbers == ["0 starts 20240601080000000", "1 starts 20240601080000001", "2 starts 20240601080000002"])
        var later = try #require(QNSequence(after: "20240601080000002"))
        let next = later.next(unixMilliseconds: Self.start)
        #expect(next == "20240601080000003")
    }

    @Test(arguments: ["", "2024060108000000", "20240601080000a00", "20241301080000000"])
    func `a sequence goes on after a number of its own form only`(number: String) {
        #expect(QNSequence(after: number) == nil)
    }

    @Test func `nothing is sent without a line, and what was not answered is sent again under its number`() throws {
        var queue = queue()
        let now = Self.start
        #expect(text(queue.submit(.startRealtime, id: 1, now: now)).isEmpty)
        #expect(text(queue.connected(now: now)) == ["1 starts 20240601080000000", "1 → 2011", "1 waits"])
        queue.disconnected()
        #expect(text(queue.clock(now: now + 60_000)).isEmpty)
        #expect(text(queue.connected(now: now + 90_000)) == ["1 → 2011", "1 waits"])
        #expect(
            text(queue.received(try answer(9012, "ExeRtn=1", to: "20240601080000000"), now: now + 91_000))
                == ["1 · finished 1"])
    }

    @Test func `an accepted request goes on over a new line and is given up in its time without one`() throws {
        var queue = queue()
        let now = Self.start
        _ = queue.connected(now: now)
        _ = queue.submit(.startRealtime, id: 1, now: now)
        _ = queue.received(try answer(9011, "QnRtn=1", to: "20240601080000000"), now: now)
        queue.disconnected()
        #expect(text(queue.connected(now: now + 1000)).isEmpty)
        queue.disconnected()
        #expect(text(queue.clock(now: now + 30_000)) == ["1 · noResult"])
    }

    @Test func `a request that was sent before a restart goes on under its number, and new ones get higher numbers`()
        throws
    {
        var queue = ExchangeQueue(
            address: DeviceAddress(mn: "A1", password: "123456", systemType: .waterSource, dialect: .v2017),
            numbers: try #require(QNSequence(after: "20240601080000500")))
        let now = Self.start
        _ = queue.connected(now: now)
        queue.timing.pause = 0
        #expect(
            text(queue.submit(.readClock(), id: 1, again: "20240601080000500", now: now)) == [
                "1 starts 20240601080000500", "1 → 1011", "1 waits",
            ])
        _ = queue.received(try answer(9012, "ExeRtn=1", to: "20240601080000500"), now: now)
        #expect(text(queue.submit(.readClock(), id: 2, now: now)).first == "2 starts 20240601080000501")
    }

    @Test func `a late result finds its exchange while another is in flight`() throws {
        var queue = queue()
        queue.timing.repeats = 0
        let now = Self.start
        _ = queue.connected(now: now)
        _ = queue.submit(.startRealtime, id: 1, now: now)
        _ = queue.submit(.readClock(), id: 2, now: now)
        #expect(text(queue.clock(now: now + 10_000)).first == "1 · noAnswer")
        _ = queue.clock(now: now + 13_000)
        #expect(queue.inFlight == 2)
        #expect(
            text(queue.received(try answer(9012, "ExeRtn=4", to: "20240601080000000"), now: now + 14_000)) == [
                "1 · late 4"
            ])
        #expect(queue.inFlight == 2)
    }

    @Test func `a request that waits can be given up, an unknown one not`() throws {
        var queue = queue()
        _ = queue.connected(now: Self.start)
        _ = queue.submit(.startRealtime, id: 1, now: Self.start)
        _ = queue.submit(.readClock(), id: 2, now: Self.start)
        #expect(text(queue.cancel(2, now: Self.start)) == ["2 · cancelled"])
        #expect(text(queue.cancel(7, now: Self.start)).isEmpty)
        #expect(queue.inFlight == 1)
    }

    @Test func `what cannot be written fails by itself and the next goes out`() throws {
        var queue = queue(.v2005)
        _ = queue.submit(.readMinuteInterval, id: 1, now: Self.start)
        _ = queue.submit(.readClock(), id: 2, now: Self.start)
        #expect(
            text(queue.connected(now: Self.start)) == [
                "1 fails notInDialect", "2 starts 20240601080000001", "2 → 1011", "2 waits",
            ])
    }

    @Test func `a new key never goes out in clear`() throws {
        let key = try #require(CipherKey(text: "1111111111111111"))
        let message = try Message.setKey(key, creation: "20240601080000000")
        var queue = queue(.v2025)
        _ = queue.connected(now: Self.start)
        #expect(text(queue.submit(message, id: 1, now: Self.start)) == ["1 fails noKey"])
        queue.keys = KeyRing(current: CipherKey(text: "0000000000000000"))
        let actions = queue.submit(message, id: 2, now: Self.start) ?? []
        let sent = actions.compactMap { action in
            if case .exchange(2, .send(let bytes)) = action { bytes } else { nil }
        }
        let bytes = try #require(sent.first)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("NewSK"))
        let packet = try #require(Packet.all(in: bytes).first)
        #expect(try packet.deciphered(with: queue.keys).packet.parameter("NewSK")?.string == "1111111111111111")
    }

    @Test func `a key changes when the device confirms it, and packets under way are read with the old one`() throws {
        let (old, new) = (
            try #require(CipherKey(text: "0000000000000000")), try #require(CipherKey(text: "1111111111111111"))
        )
        var queue = queue(.v2025)
        queue.keys = KeyRing(current: old)
        queue.keys.propose(new)
        _ = queue.connected(now: Self.start)
        _ = queue.submit(try .setKey(new, creation: "20240601080000000"), id: 1, now: Self.start)
        _ = queue.received(try answer(9011, "QnRtn=1", to: "20240601080000000"), now: Self.start + 100)
        #expect(queue.keys.forWriting == old)
        let actions = queue.received(try answer(9012, "ExeRtn=1", to: "20240601080000000"), now: Self.start + 200)
        #expect(text(actions) == ["1 · finished 1"])
        queue.keys.confirm()
        #expect(queue.keys.forWriting == new)
        #expect(queue.keys.keys.map(\.role) == [.current, .former])
    }

    @Test func `requests that wait are bounded`() {
        var queue = queue()
        for id in 0..<Limits.queuedRequests {
            #expect(queue.submit(.startRealtime, id: Int64(id), now: Self.start) != nil)
        }
        #expect(queue.submit(.startRealtime, id: 99, now: Self.start).map { $0.count } == nil)
        #expect(queue.waitingCount == Limits.queuedRequests)
    }
}
