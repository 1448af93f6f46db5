import Standards
import Synchronization

/// Counts refused tries to sign in until they go on record together: a stranger must not fill the ledger.
///
/// Each minute gives one record for each account from each source, and beyond a bound one for all others.
package final class RefusalTally: Sendable {
    /// Accounts and sources of one minute that are told apart.
    private static let greatestCount = 200
    /// Letters of a login that somebody typed; the rest is cut off.
    private static let greatestLength = 64
    /// In the place of login and source of those beyond the bound.
    static let others = "（其余）"

    /// What a record is about.
    struct Key: Hashable, Sendable {
        let login: String
        let source: String
    }

    /// Tries by reason.
    typealias Counts = [String: Int]

    private struct State {
        var minute: Instant?
        var counts: [Key: Counts] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Counts one more.
    func count(_ login: String, from source: String, _ reason: AccountsError.Code, at now: Instant) {
        state.withLock { state in
            if state.minute == nil { state.minute = Self.minute(of: now) }
            var key = Key(login: String(login.prefix(Self.greatestLength)).filter { $0 != "\0" }, source: source)
            if state.counts[key] == nil, state.counts.count >= Self.greatestCount {
                key = Key(login: Self.others, source: Self.others)
            }
            state.counts[key, default: [:]][reason.rawValue, default: 0] += 1
        }
    }

    /// What was counted in a minute that is over, or all of it.
    func take(before now: Instant?) -> (minute: Instant, counts: [Key: Counts])? {
        state.withLock { state in
            guard let minute = state.minute, now.map({ minute < Self.minute(of: $0) }) ?? true else { return nil }
            defer { state = State() }
            return (minute, state.counts)
        }
    }

    private static func minute(of now: Instant) -> Instant {
        Instant(secondsSince1970: now.secondsSince1970 / 60 * 60)
    }
}
