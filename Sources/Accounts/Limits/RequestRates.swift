/// How often the web may be asked: a rule of the catalog (`Catalog/accounts/rates.yaml`).
package struct RequestRates: Hashable, Sendable {
    /// Tries to sign in, of one source.
    package let signIn: RequestRate
    /// Requests with one token of a program.
    package let program: RequestRate
    /// Requests of one source without session or token.
    package let stranger: RequestRate

    func rate(of subject: RateLimiter.Subject) -> RequestRate {
        switch subject.kind {
        case .signIn: signIn
        case .program: program
        case .stranger: stranger
        }
    }
}
