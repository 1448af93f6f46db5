import Testing

@testable import HJ212

/// Readings are made of `measuredFactors`, people are shown `items`: both must say the same of a packet.
struct MeasuredFactorTests {
    private static func values(_ texts: [FieldText?]) -> [String?] { texts.map { $0?.string } }

    private func expectSame(_ packet: Packet) {
        let factors = packet.measuredFactors
        let items = packet.items
        #expect(factors.map { packet.text($0.code).string } == items.map(\.code.string))
        for (factor, item) in zip(factors, items) {
            let told = [factor.value, factor.converted, factor.flag].map { $0.map(packet.text) }
            let wanted = [
                item[.average] ?? item[.noise] ?? item[.realtime],
                item[.convertedAverage] ?? item[.convertedRealtime], item[.flag],
            ]
            #expect(Self.values(told) == Self.values(wanted))
            packet.withSegment { segment in
                let bytes = factor.value.map { Array(segment[$0.range]) }
                #expect(bytes == wanted[0].map { Array($0.bytes) })
            }
        }
    }

    private func packet(_ content: String) throws -> Packet {
        let segment = "QN=20160801085857223;ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&\(content)&&"
        return try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
    }

    @Test(arguments: [
        "DataTime=20160801085857;a-Rtd=1.5,a-Flag=N;b-Rtd=2", "a-rtd=1,A-FLAG=M,a-RTD=2", "a-Avg=1,a-Rtd=2,a-Data=3",
        "a-Data=3;a-Rtd=2", "a-ZsRtd=1,a-ZsAvg=2,a-Min=3", "a-Rtd=,a-Flag=", "a-Rtd=1b-Rtd=2,a-Flag=N", "a-Info=b=c",
        "a-Rtd=1;b-Rtd=2;a-Flag=D", "-Rtd=1,-Flag=N", "a-Rtd-Rtd=1", "a-=1", "a=1", "a-Rtd=1，a-Flag=N",
        "水-Rtd=1,水-Flag=故", "a-Flags=1,a-Da=2,a-Rtd1=3", "",
    ])
    func `factors are read as items are`(content: String) throws { expectSame(try packet(content)) }

    @Test func `factors are read as items are, whatever a packet holds`() throws {
        var random = SeededGenerator(state: 212)
        let names = ["Rtd", "Avg", "Data", "Flag", "ZsRtd", "ZsAvg", "Min", "Info", "rTD", "flaG", "", "Rtdx", "x-Rtd"]
        let codes = ["a21026", "A21026", "w1", "", "水", "a-b"]
        let values = ["1", "", "N", "1=2", "，a-Rtd=4", "-", "12.50", " 3 ", "M"]
        for _ in 0..<2_000 {
            let fields = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                let code = codes.randomElement(using: &random) ?? ""
                let name = names.randomElement(using: &random) ?? ""
                let value = values.randomElement(using: &random) ?? ""
                return "\(code)-\(name)=\(value)" + (Bool.random(using: &random) ? "," : ";")
            }
            expectSame(try packet(fields.joined()))
        }
    }

    @Test(.enabled(if: SharedVectors.arePresent))
    func `factors of the published packets are read as items are`() {
        for vector in SharedVectors.single { Packet.all(in: vector.bytes).forEach(expectSame) }
    }
}
