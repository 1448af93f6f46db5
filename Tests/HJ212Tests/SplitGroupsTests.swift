import Testing

@testable import HJ212

struct SplitGroupsTests {
    private func part(
        _ number: Int, of count: Int, qn: String = "20160801085857534", mn: String = "A1", cn: String = "2061",
        st: String = "32", time: String = "20160801080000"
    ) throws -> Packet {
        let segment =
            "QN=\(qn);ST=\(st);CN=\(cn);PW=123456;MN=\(mn);Flag=7;PNUM=\(count);PNO=\(number);CP=&&DataTime=\(time)&&"
        return try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
    }

    @Test(arguments: [[1, 2, 3], [3, 1, 2], [2, 3, 1]])
    func `parts complete their group in any order, with one number of the exchange or several`(order: [Int]) throws {
        for keepsNumber in [true, false] {
            var groups = SplitGroups()
            var seen: [SplitGroups.Arrival] = []
            for (index, number) in order.enumerated() {
                let qn = keepsNumber ? "20160801085857534" : "2016080108585753\(number)"
                seen.append(groups.add(try part(number, of: 3, qn: qn), at: Int64(index)))
            }
            #expect(seen == [.part(missing: 2), .part(missing: 1), .completed])
        }
    }

    @Test func `a part that comes again is a duplicate before and after its group is complete`() throws {
        var groups = SplitGroups()
        #expect(groups.add(try part(1, of: 2), at: 0) == .part(missing: 1))
        #expect(groups.add(try part(1, of: 2, mn: "a1"), at: 1) == .duplicate)
        #expect(groups.add(try part(2, of: 2), at: 2) == .completed)
        #expect(groups.add(try part(2, of: 2), at: 60) == .duplicate)
    }

    @Test func `what differs in device, system, command, time or number of parts is another group`() throws {
        var groups = SplitGroups()
        _ = groups.add(try part(1, of: 2), at: 0)
        for other in [
            try part(2, of: 2, mn: "A2"), try part(2, of: 2, cn: "2051"), try part(2, of: 2, st: "31"),
            try part(2, of: 2, time: "20160801090000"), try part(2, of: 3),
        ] {
            #expect(groups.add(other, at: 0) != .completed)
        }
        #expect(groups.count == 6)
    }

    @Test func `a packet that is not split is whole`() throws {
        var groups = SplitGroups()
        #expect(
            groups.add(try #require(Packet.all(in: GoldenPackets.bytes(GoldenPackets.hourData)).first), at: 0) == .whole
        )
        #expect(groups.add(try part(1, of: 1), at: 0) == .whole)
        #expect(groups.add(try part(3, of: 2), at: 0) == .whole)
        #expect(groups.count == 0)
    }

    @Test func `a group is given up a minute after its last part and named with what arrived`() throws {
        var groups = SplitGroups()
        _ = groups.add(try part(3, of: 4), at: 0)
        _ = groups.add(try part(1, of: 4), at: 50)
        _ = groups.add(try part(1, of: 2, time: "20160801090000"), at: 50)
        _ = groups.add(try part(2, of: 2, time: "20160801090000"), at: 50)
        #expect(groups.expire(at: 110).isEmpty)
        let given = groups.expire(at: 111)
        #expect(given.map(\.arrived) == [[1, 3]])
        #expect(given.first?.dataTime == "20160801080000")
        #expect(groups.count == 0)
    }

    @Test func `a part that comes after the time begins a group anew`() throws {
        var groups = SplitGroups()
        _ = groups.add(try part(1, of: 2), at: 0)
        #expect(groups.add(try part(2, of: 2), at: 61) == .part(missing: 1))
    }

    @Test func `neither many groups nor many parts take memory without bound`() throws {
        var groups = SplitGroups()
        #expect(groups.add(try part(1, of: 10_000), at: 0) == .beyondLimits)
        for number in 0..<Limits.openSplitGroups {
            #expect(groups.add(try part(1, of: 2, mn: "M\(number)"), at: 0) == .part(missing: 1))
        }
        #expect(groups.add(try part(1, of: 2, mn: "X"), at: 0) == .beyondLimits)
        #expect(groups.add(try part(2, of: 2, mn: "M7"), at: 0) == .completed)
    }
}
