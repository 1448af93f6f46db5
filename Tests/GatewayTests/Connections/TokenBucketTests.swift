import Testing

@testable import Gateway

struct TokenBucketTests {
    @Test func `what comes at once passes up to the burst, and what is beyond is waited off at the rate`() {
        var bucket = TokenBucket(burst: 10, at: 0)
        #expect(bucket.take(10, perSecond: 20, burst: 10, at: 0) == 0)
        #expect(bucket.take(1, perSecond: 20, burst: 10, at: 0) == 50)
        #expect(bucket.take(1, perSecond: 20, burst: 10, at: 50) == 50)
        #expect(bucket.take(0, perSecond: 20, burst: 10, at: 100) == 0)
    }

    @Test func `a sender below its rate never waits`() {
        var bucket = TokenBucket(burst: 1, at: 0)
        for second in 0..<1_000 {
            #expect(bucket.take(1, perSecond: 1, burst: 1, at: Int64(second) * 1_000) == 0)
        }
    }

    @Test func `years of silence fill it to the burst and no further`() {
        var bucket = TokenBucket(burst: 5, at: 0)
        _ = bucket.take(1_000_000, perSecond: 20, burst: 5, at: 0)
        let isFull = bucket.isFull(perSecond: 20, burst: 5, at: .max / 2)
        #expect(isFull)
        #expect(bucket.take(5, perSecond: 20, burst: 5, at: .max / 2) == 0)
        #expect(bucket.take(1, perSecond: 20, burst: 5, at: .max / 2) == 50)
    }

    @Test func `a moment before the last one gives nothing and breaks nothing`() {
        var bucket = TokenBucket(burst: 1, at: 1_000)
        #expect(bucket.take(2, perSecond: 1, burst: 1, at: 1_000) == 1_000)
        #expect(bucket.take(0, perSecond: 1, burst: 1, at: 0) == 1_000)
    }
}
