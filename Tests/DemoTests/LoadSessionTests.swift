import HJ212
import Standards
import Testing

@testable import Demo

@Suite struct LoadSessionTests {
    private let start = Instant(secondsSince1970: 1_136_044_800)

    private func session(
        devices: Int = 3, window: Int = 4, packets: Int? = nil, rate: Double? = nil, _ deviations: [Deviation] = [],
        _ edition: DistrictPlan.Device.Version = .hj2017
    ) -> LoadSession {
        var fleet = TrialFleet()
        fleet.count = devices
        fleet.deviations = deviations
        fleet.edition = edition
        return LoadSession(
            frames: LoadFrames(devices: fleet.devices(), start: start), window: window, packets: packets,
            packetsPerSecond: rate)
    }

    private func answers(to bytes: [UInt8]) -> [UInt8] {
        Packet.all(in: bytes).compactMap { PacketWriter.reply9014(to: $0) }.flatMap(\.self)
    }

    @Test(arguments: [[], [Deviation.lowercaseCRC]])
    func `every packet of many thousands is right, with a number and a period of its own`(
        _ deviations: [Deviation]
    ) throws {
        var session = session(window: 5_000, packets: 5_000, deviations)
        let packets = Packet.all(in: session.connected(at: 0))
        #expect(packets.count == 5_000)
        #expect(packets.allSatisfy { $0.isValid && $0.wantsAnswer && $0.commandNumber == .hourData })
        #expect(Set(packets.compactMap { $0.exchangeNumber?.string }).count == 5_000)
        let periods = packets.map { "\($0.deviceNumberText) \($0.dataTime?.unixSeconds ?? 0)" }
        #expect(Set(periods).count == 5_000)
    }

    @Test(arguments: [DistrictPlan.Device.Version.hj2005, .hj2017, .hj2025])
    func `a window of packets goes ahead of the answers, and each answer lets one more go`(
        _ edition: DistrictPlan.Device.Version
    ) {
        var session = session([], edition)
        let first = session.connected(at: 0)
        #expect(Packet.all(in: first).count == 4)
        let given = answers(to: first)
        // Cut anywhere, answers count once.
        let half = session.receive(Array(given.prefix(given.count / 2 + 7)), at: 5_000_000)
        let rest = session.receive(Array(given.dropFirst(given.count / 2 + 7)), at: 5_000_000)
        #expect(Packet.all(in: half + rest).count == 4)
        #expect(session.tally.answered == 4)
        #expect(session.tally.delays.milliseconds(atShare: 0.5) == 5)
    }

    @Test func `what is not answered goes out again after ten seconds and after a break, with the same bytes`() {
        var session = session(packets: 4)
        let first = session.connected(at: 0)
        #expect(session.tick(at: 9_000_000_000).isEmpty)
        #expect(session.tick(at: 10_000_000_000) == first)
        #expect(session.connected(at: 11_000_000_000) == first)
        #expect(session.tally.repeated == 8)
        #expect(!session.isDone)
        _ = session.receive(answers(to: first), at: 12_000_000_000)
        #expect(session.isDone)
        #expect(session.tally.asked == 4)
    }

    @Test func `a rate is kept over time whatever the window`() {
        var session = session(window: 1_000, rate: 10)
        var sent = Packet.all(in: session.connected(at: 0)).count
        for second in 1...5 { sent += Packet.all(in: session.tick(at: UInt64(second) * 1_000_000_000)).count }
        #expect(sent == 51)
    }

    @Test func `shares of delays are right to three per cent`() throws {
        var delays = DelayHistogram()
        for value in 1...10_000 { delays.add(UInt64(value) * 10_000) }
        let median = try #require(delays.milliseconds(atShare: 0.5))
        let high = try #require(delays.milliseconds(atShare: 0.99))
        #expect(abs(median - 50) < 1.6)
        #expect(abs(high - 99) < 3.1)
        #expect(delays.leastMilliseconds == 0.01)
        #expect(delays.milliseconds(atShare: 1) == 100)
    }
}

extension Packet {
    fileprivate var deviceNumberText: String { head(.mn)?.string ?? "" }
}
