import Foundation
import Monitoring
import Standards
import Testing

struct AlertIdentityTests {
    private static func identity(_ number: Int) -> AlertIdentity {
        AlertIdentity(
            rule: "alert.air.exceedance", object: "S\(number)", item: "pm25",
            start: Instant(secondsSince1970: 1_795_212_000))
    }

    @Test func `the draw follows from a hash that anybody can compute`() {
        let identity = Self.identity(1)
        // printf 'alert.air.exceedance\nS1\npm25\n1795212000' | sha256sum
        #expect(identity.digest == "729ad38eabd72afbaf36cb700d65f6ed6538d69c19ca0004aebcbe9e71e0d3f1")
        #expect(identity.id == String(identity.digest.prefix(16)))
        #expect(identity.isSampled(oneIn: 1))
    }

    @Test func `about one in a hundred is drawn, and always the same ones`() {
        let drawn = (0..<20_000).filter { Self.identity($0).isSampled(oneIn: 100) }
        // 200 expected, standard deviation 14: five of them either way.
        #expect((130...270).contains(drawn.count))
        #expect(drawn == (0..<20_000).filter { Self.identity($0).isSampled(oneIn: 100) })
    }
}
