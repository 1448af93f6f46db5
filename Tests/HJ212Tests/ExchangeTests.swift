import Testing

@testable import HJ212

/// Every edge of the exchange, the refused ones too, as transcripts in virtual time.
struct ExchangeTests {
    private static func time(_ text: String) -> DataTime {
        // Safe: only called with literals below.
        DataTime(digits: Array(text.utf8))!
    }

    private func hours() throws -> Message {
        try .history(.hours, from: Self.time("20240601080000"), through: Self.time("20240601090000"))
    }

    @Test func `a request is accepted, carried out and over`() throws {
        var transcript = try Transcript(.setClock(to: Self.time("20240601085858")))
        try transcript.device(9011, "QnRtn=1", at: 2)
        try transcript.device(9012, "ExeRtn=1", at: 4)
        #expect(
            transcript.lines == [
                "0s → 1012", "0s · wake 10s", "2s ← 9011 QnRtn=1", "2s · accepted", "2s · wake 32s",
                "4s ← 9012 ExeRtn=1", "4s · finished 1",
            ])
    }

    @Test func `a value comes between 9011 and 9012`() throws {
        var transcript = try Transcript(.readClock())
        try transcript.device(9011, "QnRtn=1", at: 1)
        try transcript.device(1011, "SystemTime=20240601085857", at: 2)
        try transcript.device(9012, "ExeRtn=1", at: 3)
        #expect(
            transcript.lines.suffix(5) == [
                "2s ← 1011 SystemTime=20240601085857", "2s · data SystemTime=20240601085857", "2s · wake 32s",
                "3s ← 9012 ExeRtn=1", "3s · finished 1",
            ])
    }

    @Test func `history comes under numbers of its own and may take ten minutes from packet to packet`() throws {
        var transcript = try Transcript(hours())
        try transcript.device(9011, "QnRtn=1", at: 1)
        try transcript.device(2061, "DataTime=20240601080000", at: 500, qn: "20240601090500001")
        transcript.clock(at: 601)
        try transcript.device(2061, "DataTime=20240601090000", at: 1099, qn: "20240601090500002")
        try transcript.device(9012, "ExeRtn=1", at: 1100)
        #expect(
            transcript.lines.suffix(10) == [
                "1s · wake 601s", "500s ← 2061 DataTime=20240601080000", "500s · data DataTime=20240601080000",
                "500s · wake 1100s", "601s · wake 1100s", "1099s ← 2061 DataTime=20240601090000",
                "1099s · data DataTime=20240601090000", "1099s · wake 1699s", "1100s ← 9012 ExeRtn=1",
                "1100s · finished 1",
            ])
    }

    @Test func `data of another period, command or device belong to no exchange`() throws {
        var transcript = try Transcript(hours())
        try transcript.device(9011, "QnRtn=1", at: 1)
        let before = transcript.exchange.state
        let own = "20240601090500001"
        try transcript.device(2061, "DataTime=20240601070000", at: 2, qn: own)
        try transcript.device(2061, "DataTime=20240601100000", at: 3, qn: own)
        try transcript.device(2051, "DataTime=20240601080000", at: 4, qn: own)
        try transcript.device(2061, "DataTime=20240601080000", at: 5, qn: own, mn: "A2")
        try transcript.device(9012, "ExeRtn=1", at: 6, mn: "A2")
        try transcript.device(9012, "ExeRtn=1", at: 7, qn: own)
        #expect(transcript.exchange.state == before)
        #expect(transcript.lines.suffix(6).allSatisfy { $0.contains("←") })
    }

    @Test func `no data is a result like any other`() throws {
        var transcript = try Transcript(hours())
        try transcript.device(9011, "QnRtn=1", at: 1)
        try transcript.device(9012, "ExeRtn=100", at: 2)
        #expect(transcript.exchange.state == .ended(.finished(.noData)))
    }

    @Test func `without an answer the same packet is sent three times more, then it is over`() throws {
        var transcript = try Transcript(.readClock())
        for seconds in [10, 20, 30, 40] { transcript.clock(at: Int64(seconds)) }
        #expect(
            transcript.lines == [
                "0s → 1011", "0s · wake 10s", "10s → 1011", "10s · wake 20s", "20s → 1011", "20s · wake 30s",
                "30s → 1011", "30s · wake 40s", "40s · noAnswer",
            ])
    }

    @Test func `a clock that strikes early only says when to come again`() throws {
        var transcript = try Transcript(.readClock())
        transcript.clock(at: 9)
        #expect(transcript.lines.last == "9s · wake 10s")
        try transcript.device(9011, "QnRtn=1", at: 9)
        transcript.clock(at: 10)
        #expect(transcript.lines.last == "10s · wake 39s")
    }

    @Test(arguments: [2, 3, 4, 5, 6, 7, 8, 9, 100, 77])
    func `any answer but ready ends a request as refused`(code: Int) throws {
        var transcript = try Transcript(.startRealtime)
        try transcript.device(9011, "QnRtn=\(code)", at: 1)
        #expect(transcript.exchange.state == .ended(.refused(RequestResult(rawValue: code))))
    }

    @Test func `an answer without its result is refused as unknown, a result without its number has failed`() throws {
        var asked = try Transcript(.startRealtime)
        try asked.device(9011, at: 1)
        #expect(asked.exchange.state == .ended(.refused(.unknown)))
        var ended = try Transcript(.startRealtime)
        try ended.device(9012, at: 1)
        #expect(ended.exchange.state == .ended(.finished(.failure)))
    }

    @Test func `an answer to a repetition changes nothing`() throws {
        var transcript = try Transcript(.startRealtime)
        transcript.clock(at: 10)
        try transcript.device(9011, "QnRtn=1", at: 11)
        let state = transcript.exchange.state
        try transcript.device(9011, "QnRtn=2", at: 12)
        #expect(transcript.exchange.state == state)
        #expect(transcript.lines.last == "12s ← 9011 QnRtn=2")
    }

    @Test func `a lost 9011 does no harm when data or the result follow`() throws {
        var data = try Transcript(hours())
        try data.device(2061, "DataTime=20240601080000", at: 3, qn: "20240601090500001")
        #expect(data.lines.suffix(3) == ["3s · accepted", "3s · data DataTime=20240601080000", "3s · wake 603s"])
        var result = try Transcript(.startRealtime)
        try result.device(9012, "ExeRtn=1", at: 3)
        #expect(result.lines.last == "3s · finished 1")
    }

    @Test func `a calibration may take an hour`() throws {
        var transcript = try Transcript(.calibrate("w01018"))
        try transcript.device(9011, "QnRtn=1", at: 0)
        transcript.clock(at: 3599)
        #expect(transcript.lines.last == "3599s · wake 3600s")
        transcript.clock(at: 3600)
        #expect(transcript.lines.last == "3600s · noResult")
    }

    @Test func `a result that comes too late is told as late, once it is over nothing else is`() throws {
        var transcript = try Transcript(.calibrate("w01018"))
        try transcript.device(9011, "QnRtn=1", at: 0)
        transcript.clock(at: 3600)
        try transcript.device(9012, "ExeRtn=1", at: 4000)
        #expect(transcript.lines.last == "4000s · late 1")
        #expect(transcript.exchange.state == .ended(.noResult))
        try transcript.device(9011, "QnRtn=1", at: 4001)
        transcript.clock(at: 4002)
        transcript.cancel(at: 4003)
        #expect(transcript.lines.last == "4001s ← 9011 QnRtn=1")
    }

    @Test func `a result that comes twice is told once`() throws {
        var transcript = try Transcript(.startRealtime)
        try transcript.device(9012, "ExeRtn=1", at: 1)
        try transcript.device(9012, "ExeRtn=1", at: 2)
        #expect(transcript.lines.last == "2s ← 9012 ExeRtn=1")
    }

    @Test func `a notice is over with 9013 and takes nothing else for an answer`() throws {
        var transcript = try Transcript(.stopRealtime)
        try transcript.device(9011, "QnRtn=1", at: 1)
        try transcript.device(9012, "ExeRtn=1", at: 2)
        try transcript.device(2011, "DataTime=20240601080000", at: 2)
        #expect(transcript.exchange.state == .asked(attempt: 1, deadline: 10_000))
        try transcript.device(9013, at: 3)
        #expect(transcript.lines.last == "3s · noticed")
    }

    @Test func `a request is not over with 9013 or 9014`() throws {
        var transcript = try Transcript(.startRealtime)
        try transcript.device(9013, at: 1)
        try transcript.device(9014, at: 2)
        #expect(transcript.exchange.state == .asked(attempt: 1, deadline: 10_000))
    }

    @Test(arguments: [false, true])
    func `a person can give up a request at any time`(isAccepted: Bool) throws {
        var transcript = try Transcript(.sample("w01018"))
        if isAccepted { try transcript.device(9011, "QnRtn=1", at: 1) }
        transcript.cancel(at: 5)
        #expect(transcript.lines.last == "5s · cancelled")
        try transcript.device(9012, "ExeRtn=5", at: 6)
        #expect(transcript.lines.last == "6s · late 5")
    }

    @Test func `answers of 2005 carry the number in CP`() throws {
        var transcript = try Transcript(.readClock(), dialect: .v2005)
        try transcript.device(9011, "QnRtn=1", at: 1, old: true)
        try transcript.device(9012, "ExeRtn=1", at: 2, old: true)
        #expect(transcript.lines.suffix(3) == ["1s · wake 31s", "2s ← 9012 ExeRtn=1", "2s · finished 1"])
    }
}
