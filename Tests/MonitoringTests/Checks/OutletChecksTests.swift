import Ledger
import Monitoring
import Registry
import Standards
import Testing

struct OutletChecksTests {
    private static let end = Instant("2026-11-22T00:00:00+08:00") ?? Instant(secondsSince1970: 0)

    @Test(arguments: [(12, nil), (13, 12), (40, 39), (100, 72)] as [(Int, Int?)])
    func `an outlet is silent when its last hour ended twelve hours ago`(hoursBack: Int, expected: Int?) {
        let last = Self.end.adding(seconds: -hoursBack * 3_600)
        #expect(OutletChecks.silence(lastStart: last, end: Self.end) == expected)
    }

    @Test func `without any hour in the look-back it is said to be silent at least so long`() {
        #expect(OutletChecks.silence(lastStart: nil, end: Self.end) == OutletChecks.greatestLookBackHours)
    }

    private static func outlet(_ limits: CanonicalValue) -> RegisteredObject {
        RegisteredObject(id: "D", kind: .outlet, name: "D", fields: ["limits": limits], sequence: 1)
    }

    @Test func `a limit is broken above it, not at it`() throws {
        let limit = try #require(
            OutletLimit.limits(
                of: Self.outlet([["item": "nox", "name": "氮氧化物", "limit": "50", "unit": "mg/m³", "converted": true]])
            ).first)
        #expect(limit.seriesItem == "nox-zs")
        #expect(!limit.isExceeded(by: 50))
        let value = try #require(ExactDecimal("50.1"))
        #expect(limit.isExceeded(by: value))
        #expect(limit.multiple(of: value) == Rational("1/500"))
    }

    @Test func `a lower bound is broken below it and has no multiple`() throws {
        let limit = try #require(
            OutletLimit.limits(of: Self.outlet([["item": "ph", "limit": "9", "lower": "6", "unit": ""]])).first)
        let value = try #require(ExactDecimal("5.9"))
        #expect(limit.isExceeded(by: value) && limit.multiple(of: value) == nil && limit.seriesItem == "ph")
        #expect(!limit.isExceeded(by: 6) && !limit.isExceeded(by: 9))
    }

    @Test func `a limit that is no number is left out`() {
        #expect(OutletLimit.limits(of: Self.outlet([["item": "nox", "limit": "按协议"]])).isEmpty)
    }
}
