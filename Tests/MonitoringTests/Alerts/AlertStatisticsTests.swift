import Standards
import Testing

@testable import Monitoring

struct AlertStatisticsTests {
    private static func alert(
        _ number: Int, _ outcome: Alert.Outcome?, suppressed: String = "", isSampled: Bool = false, closed: Int64 = 10
    ) -> Alert {
        Alert(
            id: "\(number)",
            identity: AlertIdentity(
                rule: "r", object: "S1", item: "pm25", start: Instant(secondsSince1970: Int64(number))),
            kind: .exceedance, until: Instant(secondsSince1970: 100), value: "", text: "", cause: "c",
            suppressed: suppressed, isSampled: isSampled, raisedMilliseconds: 0, dueMilliseconds: 100, sequence: 1,
            steps: outcome.map {
                [Alert.Step(outcome: $0, person: "乙", note: "", milliseconds: closed, sequence: 2)]
            } ?? [])
    }

    @Test func `precision counts decided alerts only`() throws {
        let alerts =
            (0..<6).map { Self.alert($0, .real) } + (6..<8).map { Self.alert($0, .mistaken) }
            + [Self.alert(8, .undecided), Self.alert(9, nil)]
        let found = AlertStatistics(alerts, misses: 0, at: 50)
        #expect(found.shown == 10)
        #expect(found.precision?.part == 6)
        #expect(found.precision?.whole == 8)
        #expect(found.open == 1)
        #expect(found.undecided == 1)
        #expect(found.overdue == 0)
        #expect(AlertStatistics(alerts, misses: 0, at: 101).overdue == 1)
        // Nothing was suppressed: only what was reported was missed.
        #expect(found.missRate?.share == 0)
        #expect(
            AlertStatistics(alerts, misses: 2, at: 50).missRate?.share == (try Rational(numerator: 1, denominator: 4)))
    }

    @Test func `the miss rate carries what the draw found over to those that nobody looked at`() throws {
        let hidden = (0..<96).map { Self.alert($0, nil, suppressed: "x") }
        let drawn =
            [Self.alert(200, .real, suppressed: "x", isSampled: true)]
            + (201..<204).map { Self.alert($0, .mistaken, suppressed: "x", isSampled: true) }
        let real = (300..<375).map { Self.alert($0, .real) }
        let found = AlertStatistics(hidden + drawn + real, misses: 0, at: 50)
        // A quarter of the 96 is 24, and one was drawn and real: 25 of 100.
        let rate = try #require(found.missRate)
        #expect(rate.share == (try Rational(numerator: 1, denominator: 4)))
        let interval = try #require(ProportionInterval(1, of: 4))
        let low = interval.lower * 96 + 1
        #expect(rate.lower == (try low / (low + 75)))
        #expect(rate.lower < rate.share && rate.share < rate.upper)
    }

    @Test func `nothing is estimated before a drawn alert is decided`() {
        let hidden = [Self.alert(1, nil, suppressed: "x"), Self.alert(2, nil, suppressed: "x", isSampled: true)]
        let found = AlertStatistics(hidden + [Self.alert(3, .real)], misses: 1, at: 50)
        #expect(found.sampled == 1)
        #expect(found.missRate == nil)
        #expect(found.wrongSuppression == nil)
        #expect(AlertStatistics([], misses: 0, at: 50).missRate == nil)
    }
}
