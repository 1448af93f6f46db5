import Standards
import Synchronization

/// Counts refused tries until they go on record together: a stranger must not fill the ledger.
///
/// Each minute gives one record for each source, with the accounts that were tried from there, and beyond a bound one for all other
/// sources.
package final class RefusalTally: Sendable {
    /// Sources of one minute that are told apart.
    private static let greatestSources = 200
    /// Accounts of one source and minute that are told apart.
    private static let greatestAccounts = 20
    /// Letters of a login that somebody typed; the rest is cut off.
    private static let greatestLength = 64
    /// In the place of the source or account of those beyond the bound.
    static let others = "（其余）"
    /// In the place of the account of who named none.
    static let nobody = "（未登录）"

    /// Tries by reason.
    typealias Counts = [String: Int]

    private struct State {
        var minute: Instant?
        /// By source and account.
        var counts: [String: [String: Counts]] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Counts one more.
    ///
    /// - Parameter login: of the account that was tried; empty for none.
    func count(_ login: String, from source: String, _ reason: AccountsError.Code, at now: Instant) {
        state.withLock { state in
            if state.minute == nil { state.minute = Self.minute(of: now) }
            let source = Self.place(source, in: state.counts, Self.greatestSources)
            var accounts = state.counts[source] ?? [:]
            let typed = String(login.prefix(Self.greatestLength)).filter { $0 != "\0" }
            let account = Self.place(typed.isEmpty ? Self.nobody : typed, in: accounts, Self.greatestAccounts)
            accounts[account, default: [:]][reason.rawValue, default: 0] += 1
            state.counts[source] = accounts
        }
    }

    /// What was counted in a minute that is over, or all of it: by source and account.
    func take(before now: Instant?) -> (minute: Instant, counts: [String: [String: Counts]])? {
        state.withLock { state in
            guard let minute = state.minute, now.map({ minute < Self.minute(of: $0) }) ?? true else { return nil }
            defer { state = State() }
            return (minute, state.counts)
        }
    }

    /// The key itself, or that of all others when there is no room for one more.
    private static func place<Value>(_ key: String, in known: [String: Value], _ greatest: Int) -> String {
        known[key] != nil || known.count < greatest ? key : others
    }

    private static func minute(of now: Instant) -> Instant {
        Instant(secondsSince1970: now.secondsSince1970 / 60 * 60)
    }
}
