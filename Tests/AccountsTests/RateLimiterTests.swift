import Accounts
import Testing

/// Who asks too often waits; who does not, does not.
struct RateLimiterTests {
    private static let rate = RequestRate(perMinute: 60, burst: 3)

    @Test func `a burst is let through, then one a second at sixty a minute`() {
        let limiter = RateLimiter()
        let source = RateLimiter.Subject.stranger(from: "10.0.0.1")
        for _ in 0..<3 { #expect(limiter.wait(source, at: Self.rate, now: 0) == nil) }
        #expect(limiter.wait(source, at: Self.rate, now: 0) == 1)
        #expect(limiter.wait(source, at: Self.rate, now: 999) == 1)
        #expect(limiter.wait(source, at: Self.rate, now: 1_000) == nil)
        #expect(limiter.wait(source, at: Self.rate, now: 1_000) == 1)
        // A long pause gives a burst and not more.
        for _ in 0..<3 { #expect(limiter.wait(source, at: Self.rate, now: Int64.max / 2) == nil) }
        #expect(limiter.wait(source, at: Self.rate, now: Int64.max / 2) == 1)
    }

    @Test func `the seconds to wait are enough`() {
        let slow = RequestRate(perMinute: 2, burst: 1)
        let limiter = RateLimiter()
        let source = RateLimiter.Subject.signIn(from: "10.0.0.1")
        #expect(limiter.wait(source, at: slow, now: 0) == nil)
        #expect(limiter.wait(source, at: slow, now: 0) == 30)
        #expect(limiter.wait(source, at: slow, now: 29_999) == 1)
        #expect(limiter.wait(source, at: slow, now: 30_000) == nil)
    }

    @Test func `sources, tokens and tries to sign in are counted apart`() {
        let limiter = RateLimiter()
        let all: [RateLimiter.Subject] = [
            .stranger(from: "10.0.0.1"), .stranger(from: "10.0.0.2"), .signIn(from: "10.0.0.1"), .program("10.0.0.1"),
        ]
        for subject in all {
            for _ in 0..<3 { #expect(limiter.wait(subject, at: Self.rate, now: 0) == nil) }
            #expect(limiter.wait(subject, at: Self.rate, now: 0) != nil)
        }
    }

    @Test func `a clock that is set back lets nobody through who has to wait`() {
        let limiter = RateLimiter()
        let source = RateLimiter.Subject.stranger(from: "10.0.0.1")
        for _ in 0..<3 { _ = limiter.wait(source, at: Self.rate, now: 1_000_000) }
        #expect(limiter.wait(source, at: Self.rate, now: 0) == 1)
        #expect(limiter.wait(source, at: Self.rate, now: 1_000) == nil)
    }

    @Test func `a hundred thousand sources share one measure where there is no room, and are forgotten later`() {
        let limiter = RateLimiter()
        var refused = 0
        for number in 0..<100_000 where limiter.wait(.stranger(from: "\(number)"), at: Self.rate, now: 0) != nil {
            refused += 1
        }
        #expect(refused == 90_000 - 3)
        #expect(limiter.wait(.stranger(from: "new"), at: Self.rate, now: 500) == 1)
        #expect(limiter.wait(.stranger(from: "new"), at: Self.rate, now: 10_000) == nil)
    }
}
