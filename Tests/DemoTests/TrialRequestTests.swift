import HJ212
import Standards
import Testing

@testable import Demo

@Suite struct TrialRequestTests {
    private func session(_ edition: DistrictPlan.Device.Version, registers: Bool = false) -> LineSession {
        var fleet = TrialFleet()
        fleet.edition = edition
        fleet.registers = registers
        return fleet.lines(1, answeredThrough: now)[0]
    }

    private let now = Instant(secondsSince1970: 1_795_312_830)
    private let mn = TrialFleet.usualFirstNumber

    private func ask(_ session: inout LineSession, _ command: Int, _ content: String = "") throws -> [Packet] {
        let request = PlatformFrame.answer(command, qn: "20261122120030001", mn: mn, content: content, flag: 5)
        return session.receive(request, at: now).flatMap { action -> [Packet] in
            guard case .write(let bytes) = action else { return [] }
            return Packet.all(in: bytes)
        }.filter { $0.commandNumber?.isAnswer == true || $0.commandNumber?.rawValue == command }
    }

    @Test(arguments: [
        (1061, "RtdInterval", "30"), (1063, "MinInterval", "10"), (3017, "CTime", "4"), (3018, "Stime", "10"),
        (3015, "VaseNo", "1"),
    ])
    func `what is asked for comes between 9011 and 9012 under the number of the request`(
        _ command: Int, _ name: String, _ value: String
    ) throws {
        var session = session(.hj2017)
        let packets = try ask(&session, command, "PolId=w01018")
        #expect(packets.map { $0.commandNumber?.rawValue } == [9011, command, 9012])
        #expect(packets.allSatisfy { $0.exchangeNumber?.string == "20261122120030001" })
        #expect(packets[1].parameter(name)?.string == value)
        #expect(packets[2].parameter("ExeRtn")?.string == "1")
    }

    @Test func `what is set is there when it is asked for, and wrong values are refused`() throws {
        var session = session(.hj2017)
        #expect(try ask(&session, 1062, "RtdInterval=60").last?.parameter("ExeRtn")?.string == "1")
        #expect(try ask(&session, 1061)[1].parameter("RtdInterval")?.string == "60")
        #expect(try ask(&session, 1062, "RtdInterval=7").map { $0.parameter("QnRtn")?.string } == ["2"])
        _ = try ask(&session, 3016, "PolId=w01018;CstartTime=083000;CTime=2")
        #expect(try ask(&session, 3017, "PolId=w01018")[1].parameter("CstartTime")?.string == "083000")
        _ = try ask(&session, 3021, "PolId=w01018;InfoId=i13001;i13001-Info=500")
        #expect(try ask(&session, 3020, "PolId=w01018;InfoId=i13001")[1].parameter("i13001-Info")?.string == "500")
    }

    @Test func `realtime data stop and start again when the platform says so`() throws {
        var session = session(.hj2017)
        _ = session.open(at: now)
        let stopped = try ask(&session, 2012)
        #expect(stopped.map { $0.commandNumber?.rawValue } == [9013])
        #expect(session.tally.asked == 0)
        _ = session.advance(to: now.adding(seconds: 90))
        #expect(session.tally.asked == 0)
        _ = try ask(&session, 2011)
        _ = session.advance(to: now.adding(seconds: 180))
        #expect(session.tally.asked == 1)
    }

    @Test func `a device of 2005 answers with the number of the request in the content`() throws {
        var session = session(.hj2005)
        let packets = try ask(&session, 1061)
        #expect(packets.first?.head(.qn) == nil)
        #expect(packets.first?.exchangeNumber?.string == "20261122120030001")
    }

    @Test func `a device of 2025 without a number sends its serial numbers and takes the number it is given`() throws {
        var session = session(.hj2025, registers: true)
        let first = session.open(at: now).compactMap { action -> Packet? in
            if case .write(let bytes) = action { Packet.all(in: bytes).first } else { nil }
        }
        #expect(first.first?.commandNumber?.rawValue == 1001)
        #expect(first.first?.parameter("i23006-Info") != nil)
        #expect(first.first?.issues == [])
        let given = "DE00000000000000000ABCDE"
        #expect(try ask(&session, 1002, "i23005-Info=\(given)").last?.parameter("ExeRtn")?.string == "1")
        #expect(try ask(&session, 1061).isEmpty)
        let request = PlatformFrame.answer(1061, qn: "20261122120030002", mn: given, flag: 9)
        #expect(session.receive(request, at: now).count == 3)
    }
}
