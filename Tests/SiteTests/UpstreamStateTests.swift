import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Gateway
@testable import Site

struct UpstreamStateTests {
    private func trouble(_ unwritable: [UpstreamStatus.Hindrance: Int]) -> String? {
        let upstream = Upstream(
            id: "city", name: "市平台", host: "10.0.0.9", port: 9_001, devices: .kinds([.station]), numbers: [:],
            commands: [.hourData], form: .rewritten, isAnswering: true)
        var status = UpstreamStatus(
            sinceMilliseconds: 0, state: ForwardingState(upstream: "city", from: PacketAddress(rawValue: 0)))
        status.unwritable = unwritable
        return UpstreamState(upstream, status: status, lag: nil, now: Instant(secondsSince1970: 0)).trouble
    }

    @Test func `what was not forwarded is told with its number, its reason and the way to mend it`() throws {
        let both = try #require(trouble([.keyless: 2, .overlong: 3]))
        #expect(both.contains("2 个加密报文没有可用的密钥") && both.contains("--keys"))
        #expect(both.contains("3 个报文改写后过长"))
        #expect(trouble([.overlong: 3])?.contains("密钥") == false)
        #expect(trouble([:]) == nil)
    }
}
