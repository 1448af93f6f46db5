import Records

extension SignInDesk {
    /// Counts a request against its rate; one too many is counted among the refusals of its source.
    ///
    /// - Parameter login: of the account that asks; empty for nobody.
    /// - Returns: the seconds to wait; nil when it may be answered.
    /// - Throws: `CatalogError`.
    package func wait(_ subject: RateLimiter.Subject, of login: String = "", from source: String) throws -> Int64? {
        // A catalog from before there were rates has none.
        guard let rate = try rules().rates?.rate(of: subject),
            let seconds = limiter.wait(subject, at: rate, now: book.clock())
        else { return nil }
        refusals.count(login, from: source, .tooMany, at: now)
        return seconds
    }

    /// Counts that somebody came with a token that nobody has.
    package func noteUnknownToken(from source: String) { refusals.count("", from: source, .unknownToken, at: now) }
}
