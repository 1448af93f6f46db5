import Synchronization

/// Counts requests of sources and tokens against their rates. What it knows may be lost: after a restart everybody has a full burst.
package final class RateLimiter: Sendable {
    /// Whose requests are counted together.
    package struct Subject: Hashable, Sendable {
        enum Kind: Hashable, Sendable { case signIn, program, stranger }

        let kind: Kind
        let id: String

        /// - Parameter source: the address of a machine.
        package static func signIn(from source: String) -> Subject { Subject(kind: .signIn, id: source) }
        /// - Parameter token: the id of a token.
        package static func program(_ token: String) -> Subject { Subject(kind: .program, id: token) }
        /// - Parameter source: the address of a machine.
        package static func stranger(from source: String) -> Subject { Subject(kind: .stranger, id: source) }
    }

    /// One request, in parts of which `perMinute` come back each millisecond.
    private static let cost: Int64 = 60_000
    /// Subjects told apart, so that strangers cannot fill the memory; those beyond share one measure.
    private static let greatestCount = 10_000
    /// Between two looks for those that can be forgotten, in milliseconds.
    private static let sweepMilliseconds: Int64 = 1_000

    private struct Bucket {
        var left: Int64
        var last: Int64
        let rate: RequestRate

        var full: Int64 { Int64(rate.burst) * RateLimiter.cost }

        func left(at now: Int64) -> Int64 {
            // A clock that was set back gives nothing and takes nothing; a long pause must not overflow.
            let elapsed = min(max(0, now - last), full / Int64(rate.perMinute) + 1)
            return min(full, left + elapsed * Int64(rate.perMinute))
        }
    }

    private struct State {
        var buckets: [Subject: Bucket] = [:]
        var swept: Int64?
    }

    private let state = Mutex(State())

    package init() {}

    /// Counts one request.
    ///
    /// - Parameter now: in milliseconds.
    /// - Returns: the seconds after which the next one is answered; nil when this one is.
    package func wait(_ subject: Subject, at rate: RequestRate, now: Int64) -> Int64? {
        state.withLock { state in
            let subject = Self.place(of: subject, in: &state, now: now)
            let known = state.buckets[subject].flatMap { $0.rate == rate ? $0 : nil }
            var bucket = known ?? Bucket(left: Int64(rate.burst) * Self.cost, last: now, rate: rate)
            bucket.left = bucket.left(at: now)
            bucket.last = now
            defer { state.buckets[subject] = bucket }
            guard bucket.left >= Self.cost else {
                let lacking = Self.cost - bucket.left
                let perSecond = Int64(rate.perMinute) * 1_000
                return max(1, (lacking + perSecond - 1) / perSecond)
            }
            bucket.left -= Self.cost
            return nil
        }
    }

    /// The subject itself, or that of all others when there is no room for one more.
    private static func place(of subject: Subject, in state: inout State, now: Int64) -> Subject {
        if state.buckets[subject] != nil || state.buckets.count < greatestCount { return subject }
        if state.swept.map({ now < $0 || now - $0 >= sweepMilliseconds }) ?? true {
            state.swept = now
            state.buckets = state.buckets.filter { $0.value.left(at: now) < $0.value.full }
        }
        return state.buckets.count < greatestCount ? subject : Subject(kind: subject.kind, id: RefusalTally.others)
    }
}
