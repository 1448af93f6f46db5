/// Somebody's way in from one browser.
package struct Session: Hashable, Sendable {
    package let id: String
    package let login: String
    /// Seconds since 1970-01-01T00:00:00Z.
    package let opened: Int64
    /// When it was last used, to about a minute; seconds since 1970-01-01T00:00:00Z.
    package let used: Int64
    /// The address of the machine.
    package let source: String
    /// What the browser says it is.
    package let agent: String
    /// Whether a one-time code was given.
    package let hasFactor: Bool
    /// The issuer that vouched for the person; nil for the password.
    package var provider: String?
    /// The account of who is away, for whom its owner acts; nil in the own name.
    package var actingFor: String?

    /// Whether it is over at a moment.
    func isOver(at now: Int64, by rules: SignInRules) -> Bool {
        now - used > rules.idleSeconds || now - opened > rules.longestSeconds
    }
}
